# Compiler settings and the two functions by which every folder declares its library and its test.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network Sql Gui Widgets Svg Charts DBus LinguistTools Test)
# Qt6::Test would define the folders of each test, which nobody here reads: then no compilation could be shared by ccache
# between two checkouts, nor a precompiled header between two tests.
set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)
find_package(Qt6Keychain REQUIRED)
find_package(tl-expected REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
find_package(Threads REQUIRED)

# libyaml comes without a CMake package.
find_path(LIBYAML_INCLUDE_DIR yaml.h REQUIRED)
find_library(LIBYAML_LIBRARY yaml REQUIRED)
add_library(LibYaml::LibYaml UNKNOWN IMPORTED)
set_target_properties(LibYaml::LibYaml PROPERTIES IMPORTED_LOCATION ${LIBYAML_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${LIBYAML_INCLUDE_DIR})

find_program(SIGNALBOX_CCACHE ccache)
if(SIGNALBOX_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        ${SIGNALBOX_CCACHE})
endif()

add_library(signalbox_settings INTERFACE)
target_include_directories(signalbox_settings INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(signalbox_settings INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH
    SIGNALBOX_VERSION="${PROJECT_VERSION}")
target_compile_options(signalbox_settings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor
    # g++ 12 sees uninitialized members in optimized copies of std::variant and std::optional that are none.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
    # Where files are compiled together it takes each of them for a header.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
if(SIGNALBOX_WERROR)
    target_compile_options(signalbox_settings INTERFACE -Werror)
endif()
if(SIGNALBOX_CCACHE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(signalbox_settings INTERFACE -fpch-preprocess)
elseif(SIGNALBOX_CCACHE)
    target_compile_options(signalbox_settings INTERFACE "SHELL:-Xclang -fno-pch-timestamp")
endif()
if(SIGNALBOX_SANITIZE)
    add_compile_options(-fsanitize=${SIGNALBOX_SANITIZE} -fno-omit-frame-pointer)
    if(SIGNALBOX_SANITIZE MATCHES "undefined")
        # Checked at every use of a pointer, also in Qt's headers: half of the build's time for what the address sanitizer
        # and the processor stop at anyway.
        add_compile_options(-fno-sanitize=null,alignment,vptr,object-size)
    endif()
    add_link_options(-fsanitize=${SIGNALBOX_SANITIZE})
endif()
if(SIGNALBOX_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link) # so that the fuzzer sees which branches were taken
    add_link_options(-fsanitize=fuzzer-no-link)
endif()

# Two precompiled headers, one for core and one for ui: parsing Qt's and the standard library's headers is most of a build.
# The options of all folders are equal, so that all of them can use the same two files.
function(signalbox_precompiled name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;LINK")
    file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/pch_${name}.cpp CONTENT "// Carries the precompiled header.\n")
    add_library(signalbox_pch_${name} STATIC ${CMAKE_BINARY_DIR}/pch_${name}.cpp)
    set_target_properties(signalbox_pch_${name} PROPERTIES AUTOMOC OFF)
    target_link_libraries(signalbox_pch_${name} PUBLIC signalbox_settings ${arg_LINK})
    target_precompile_headers(signalbox_pch_${name} PRIVATE ${arg_HEADERS})
endfunction()

set(signalbox_std_headers <algorithm> <array> <chrono> <functional> <memory> <optional> <utility> <variant> <vector>)
signalbox_precompiled(core LINK Qt6::Core tl::expected
    HEADERS ${signalbox_std_headers} <tl/expected.hpp> <QByteArray> <QCoreApplication> <QHash> <QList> <QMetaType> <QObject>
        <QSet> <QString> <QStringList> <QTimer> <QUrl>)
signalbox_precompiled(ui LINK Qt6::Widgets tl::expected
    HEADERS ${signalbox_std_headers} <tl/expected.hpp> <QtWidgets>)

# The checks compile the files of a folder together, up to twelve (CMAKE_UNITY_BUILD): most of a file's time goes into the
# same headers. So a name in an anonymous namespace is one file's of its folder.
function(signalbox_units name)
    set_target_properties(${name} PROPERTIES UNITY_BUILD_MODE GROUP)
    foreach(source ${ARGN})
        cmake_path(GET source PARENT_PATH folder)
        string(MAKE_C_IDENTIFIER "in_${folder}" folder)
        math(EXPR unit "0${count_${folder}} / 12")
        math(EXPR count_${folder} "0${count_${folder}} + 1")
        set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${folder}_${unit})
    endforeach()
endfunction()

# signalbox_library(NAME SOURCES file… LINK target…): the library of one folder, signalbox_NAME.
function(signalbox_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
    add_library(signalbox_${name} STATIC ${arg_SOURCES})
    signalbox_units(signalbox_${name} ${arg_SOURCES})
    target_link_libraries(signalbox_${name} PUBLIC signalbox_settings ${arg_LINK})
    if(name MATCHES "^ui_")
        target_precompile_headers(signalbox_${name} REUSE_FROM signalbox_pch_ui)
    else()
        target_precompile_headers(signalbox_${name} REUSE_FROM signalbox_pch_core)
    endif()
endfunction()

# The QTRY_ macros of Qt 6.7 and newer narrow a duration to int, in our files.
function(signalbox_relax_qtry target)
    if(Qt6Test_VERSION VERSION_GREATER_EQUAL 6.7)
        add_library(${target}_relaxed INTERFACE)
        target_compile_options(${target}_relaxed INTERFACE -Wno-conversion)
        target_link_libraries(${target} PRIVATE ${target}_relaxed) # after -Wconversion, which comes by a library, too
    endif()
endfunction()

# signalbox_test(NAME SOURCES file… LINK target… [TIMEOUT s] [LABELS l…] [KEYRING]): one Qt Test program, run offscreen.
# KEYRING gives it a D-Bus session and a keyring of its own, which it may lock.
function(signalbox_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "KEYRING;MOUNTS" "TIMEOUT" "SOURCES;LINK;LABELS")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 180) # against hanging only: under the sanitizers and beside others some take a minute
    endif()
    add_executable(tst_${name} ${arg_SOURCES})
    signalbox_units(tst_${name} ${arg_SOURCES})
    if(name MATCHES "^ui_")
        target_link_libraries(tst_${name} PRIVATE signalbox_testing_ui)
        target_precompile_headers(tst_${name} REUSE_FROM signalbox_pch_ui)
    else()
        target_link_libraries(tst_${name} PRIVATE signalbox_testing)
        target_precompile_headers(tst_${name} REUSE_FROM signalbox_pch_core)
    endif()
    target_link_libraries(tst_${name} PRIVATE signalbox_settings Qt6::Test ${arg_LINK})
    signalbox_relax_qtry(tst_${name})
    set(around "")
    if(arg_MOUNTS)
        list(APPEND around ${CMAKE_SOURCE_DIR}/packaging/with-mounts)
    endif()
    if(arg_KEYRING)
        list(APPEND around ${CMAKE_SOURCE_DIR}/packaging/with-keyring)
    endif()
    add_test(NAME ${name} COMMAND ${around} $<TARGET_FILE:tst_${name}>)
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QTEST_DISABLE_STACK_DUMP=1;LC_ALL=C.UTF-8;TZ=UTC")
endfunction()
