cmake_minimum_required(VERSION 3.25)

# Fails on an #include that the picture of the architecture does not allow.
# Run as: cmake -DROOT=<source folder> -P CheckIncludes.cmake
#
# "a: b c" means that folder a may include b and c, and what they may include. Written once, here; the link lines of the
# build say the same, but a header can be reached without linking.

set(arrows
    "core/base:"
    "core/chat: core/base"
    "core/catalog: core/chat"
    "core/dialects: core/catalog"
    "core/routing: core/catalog"
    "core/net: core/base"
    "core/listen: core/base"
    "core/secrets: core/base"
    "core/budget: core/catalog core/routing"
    "core/profile: core/catalog core/routing core/budget resources"
    "core/usage: core/routing core/budget"
    "core/engine: core/usage core/net core/secrets core/profile core/dialects"
    "core/lab: core/engine"
    "core/practice: core/dialects core/listen"
    "ui/common: core/engine core/lab core/practice resources"
    "ui/playground: ui/common"
    "ui/chains: ui/common"
    "ui/dashboard: ui/common"
    "ui/requests: ui/common"
    "ui/models: ui/common"
    "ui/providers: ui/common"
    "ui/settings: ui/common"
    "ui/shell: ui/common ui/playground ui/chains ui/dashboard ui/requests ui/models ui/providers ui/settings"
    "resources:")

# Even where an arrow would reach it.
set(never_in_ui "core/net" "core/listen" "core/dialects" "core/practice")
# What belongs to its own folder alone: the halves of engine/ that live on the network thread, the insides of the register.
set(private_headers "core/engine/(attempt|run|engine_core)[.]h$" "core/usage/(store|read)/")
# The rehearsal runs an engine on its own thread, with a clock and a network of its own.
set(not_private "core/lab core/engine/engine_core.h")
set(pixels "^(QtGui|QtWidgets|QtCharts|QtSvg)/|^(QColor|QFont|QIcon|QImage|QPixmap|QPainter|QWidget|QApplication|QGuiApplication|QChart|QUndoStack|QPalette)$")
set(sql "^QtSql/|^QSql|^sqlite3.h$")

function(closure folder out)
    set(todo ${folder})
    set(seen ${folder})
    while(todo)
        list(POP_FRONT todo current)
        foreach(arrow IN LISTS arrows)
            if(arrow MATCHES "^${current}:(.*)$")
                separate_arguments(direct UNIX_COMMAND "${CMAKE_MATCH_1}")
                foreach(next IN LISTS direct)
                    if(next STREQUAL folder)
                        message(FATAL_ERROR "cycle through ${folder}")
                    endif()
                    if(NOT next IN_LIST seen)
                        list(APPEND seen ${next})
                        list(APPEND todo ${next})
                    endif()
                endforeach()
            endif()
        endforeach()
    endwhile()
    set(${out} "${seen}" PARENT_SCOPE)
endfunction()

set(known "")
foreach(arrow IN LISTS arrows)
    string(REGEX REPLACE ":.*" "" folder "${arrow}")
    list(APPEND known ${folder})
endforeach()

set(problems "")
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/core/*.h ${ROOT}/core/*.cpp ${ROOT}/ui/*.h ${ROOT}/ui/*.cpp
     ${ROOT}/resources/*.h ${ROOT}/resources/*.cpp)
foreach(file IN LISTS files)
    string(REGEX MATCH "^(core/[^/]+|ui/[^/]+|resources)/" folder "${file}")
    string(REGEX REPLACE "/$" "" folder "${folder}")
    if(NOT folder IN_LIST known)
        list(APPEND problems "${file}: folder is not in the picture")
        continue()
    endif()
    if(NOT DEFINED allowed_${folder})
        closure(${folder} allowed_${folder})
    endif()
    file(STRINGS ${ROOT}/${file} lines REGEX "^[ \t]*#[ \t]*include")
    foreach(line IN LISTS lines)
        string(REGEX REPLACE ".*include[ \t]*[<\"]([^>\"]+)[>\"].*" "\\1" header "${line}")
        if(header MATCHES "^(core/[^/]+|ui/[^/]+|resources)/")
            set(target ${CMAKE_MATCH_1})
            if(NOT target IN_LIST allowed_${folder})
                list(APPEND problems "${file}: may not include ${header}")
            elseif(folder MATCHES "^ui/" AND target IN_LIST never_in_ui)
                list(APPEND problems "${file}: ui/ may not include ${header}")
            endif()
            foreach(private IN LISTS private_headers)
                if(header MATCHES "^${private}" AND NOT folder STREQUAL target AND NOT "${folder} ${header}" IN_LIST not_private)
                    list(APPEND problems "${file}: ${header} is private to ${target}")
                endif()
            endforeach()
        elseif(header MATCHES "^(app|tests)/")
            list(APPEND problems "${file}: may not include ${header}")
        elseif(folder MATCHES "^core/" AND header MATCHES "${pixels}")
            list(APPEND problems "${file}: core/ knows no pixels, but includes ${header}")
        elseif(folder MATCHES "^ui/" AND header MATCHES "${sql}")
            list(APPEND problems "${file}: ui/ knows no SQL, but includes ${header}")
        elseif(NOT folder STREQUAL "core/usage" AND header MATCHES "${sql}")
            list(APPEND problems "${file}: SQL belongs into core/usage, but includes ${header}")
        endif()
    endforeach()
endforeach()

list(LENGTH files count)
if(count EQUAL 0)
    message(FATAL_ERROR "no sources below ${ROOT}")
endif()
if(problems)
    string(REPLACE ";" "\n  " text "${problems}")
    message(FATAL_ERROR "the architecture does not allow:\n  ${text}")
endif()
message(STATUS "${count} files keep to the architecture")
