#include "ui/providers/own_provider_form.h"
#include "core/catalog/aws_region.h"
#include "ui/common/controls.h"
#include "ui/common/field_grid.h"
#include "ui/common/label.h"
#include "ui/providers/base_url.h"
#include "ui/providers/dialect_names.h"
#include "ui/providers/form_sizes.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
} // namespace

OwnProviderForm::OwnProviderForm(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_baseUrl(new QLineEdit(this))
    , m_plainHttp(new QCheckBox(tr("Send without encryption: others in the network can read key and prompts"), this))
    , m_dialect(new QComboBox(this))
    , m_awsRegion(new QLineEdit(this))
    , m_key(new QLineEdit(this))
    , m_local(new QCheckBox(tr("My own server: what it serves is free"), this))
{
    for (QLineEdit *field : {m_name, m_baseUrl, m_awsRegion, m_key})
        field->setFixedWidth(FormFieldWidth);
    m_name->setObjectName(u"own-name"_s);
    m_baseUrl->setObjectName(u"own-base-url"_s);
    m_baseUrl->setPlaceholderText(u"https://api.example.com/v1"_s);
    m_plainHttp->setObjectName(u"own-plain-http"_s);
    m_awsRegion->setObjectName(u"own-aws-region"_s);
    m_awsRegion->setPlaceholderText(u"us-east-1"_s);
    m_key->setObjectName(u"own-key"_s);
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setPlaceholderText(tr("leave empty where none is needed"));
    m_dialect->setFixedWidth(FormFieldWidth);
    for (const auto &[dialect, name] : dialectNames())
        m_dialect->addItem(name, int(dialect));

    auto *fields = new FieldGrid(FormLabelWidth);
    fields->addField(tr("Name"), m_name);
    m_nameProblem = fields->addProblem(m_name);
    fields->addField(tr("Base URL"), m_baseUrl);
    m_baseUrlProblem = fields->addProblem(m_baseUrl);
    fields->addRow(m_plainHttp);
    fields->addField(tr("Dialect"), m_dialect);
    m_awsRegionLabel = fields->addField(tr("Region"), m_awsRegion);
    m_awsRegionProblem = fields->addProblem(m_awsRegion);
    fields->addField(tr("Key"), m_key);
    fields->addRow(m_local);
    QPushButton *add = makeButton(tr("Add"), this);
    add->setObjectName(u"own-add"_s);
    fields->addRow(add, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(fields);
    connect(add, &QPushButton::clicked, this, &OwnProviderForm::add);
    connect(m_baseUrl, &QLineEdit::textChanged, this, &OwnProviderForm::arrange);
    connect(m_dialect, &QComboBox::currentIndexChanged, this, &OwnProviderForm::arrange);
    for (QLineEdit *field : {m_name, m_baseUrl, m_awsRegion, m_key})
        connect(field, &QLineEdit::returnPressed, this, &OwnProviderForm::add);
    arrange();
}

OwnProviderForm::Draft OwnProviderForm::draft() const
{
    return {.name = m_name->text(),
            .baseUrl = m_baseUrl->text(),
            .key = m_key->text(),
            .dialect = m_dialect->currentIndex(),
            .awsRegion = m_awsRegion->text(),
            .plainHttp = m_plainHttp->isChecked(),
            .local = m_local->isChecked()};
}

void OwnProviderForm::resume(const Draft &draft)
{
    m_name->setText(draft.name);
    m_baseUrl->setText(draft.baseUrl);
    m_key->setText(draft.key);
    m_dialect->setCurrentIndex(draft.dialect);
    m_awsRegion->setText(draft.awsRegion);
    m_plainHttp->setChecked(draft.plainHttp);
    m_local->setChecked(draft.local);
    showProblem(m_name, m_nameProblem, {});
    showProblem(m_baseUrl, m_baseUrlProblem, {});
    showProblem(m_awsRegion, m_awsRegionProblem, {});
}

Result<QUrl> OwnProviderForm::baseUrl() const
{
    return parseBaseUrl(m_baseUrl->text());
}

catalog::Provider OwnProviderForm::typed(const QUrl &url) const
{
    return {.name = m_name->text().simplified(),
            .baseUrl = url,
            .dialect = catalog::DialectId(m_dialect->currentData().toInt()),
            .local = m_local->isChecked()};
}

/// A signature is made for one region, which the addresses of Bedrock name.
bool OwnProviderForm::needsAwsRegion() const
{
    const catalog::Provider provider = typed(baseUrl().value_or(QUrl()));
    return usualAuth(provider.dialect) == catalog::Provider::Auth::AwsSigV4 && catalog::awsRegion(provider).isEmpty();
}

void OwnProviderForm::arrange()
{
    const bool asksRegion = needsAwsRegion();
    m_awsRegionLabel->setVisible(asksRegion);
    m_awsRegion->setVisible(asksRegion);
    const Result<QUrl> url = baseUrl();
    m_plainHttp->setVisible(url && !secrets::isSafeOrigin(*url));
}

void OwnProviderForm::add()
{
    const Result<QUrl> url = baseUrl();
    const catalog::Provider draft = typed(url.value_or(QUrl()));
    const QByteArray key = m_key->text().trimmed().toUtf8();
    const QString region = m_awsRegion->text().trimmed();
    const bool open = url && !secrets::isSafeOrigin(*url) && !m_plainHttp->isChecked();
    const bool noRegion = !key.isEmpty() && needsAwsRegion() && !catalog::isAwsRegion(region);
    showProblem(m_name, m_nameProblem, draft.name.isEmpty() ? tr("Give it a name") : QString());
    showProblem(m_baseUrl, m_baseUrlProblem,
                !url       ? url.error().message
                    : open ? tr("The address begins with http: and is another machine. Use https, or say yes below.")
                           : QString());
    showProblem(m_awsRegion, m_awsRegionProblem,
                noRegion ? tr("Requests are signed for one region, such as us-east-1: the address names none")
                         : QString());
    if (draft.name.isEmpty() || !url || open || noRegion) {
        QLineEdit *wrong = draft.name.isEmpty() ? m_name : !url || open ? m_baseUrl : m_awsRegion;
        wrong->setFocus(Qt::OtherFocusReason);
        return;
    }
    catalog::Provider provider = draft;
    provider.auth = key.isEmpty() ? catalog::Provider::Auth::None : usualAuth(provider.dialect);
    if (needsAwsRegion() && catalog::isAwsRegion(region))
        provider.awsRegion = region;
    emit addRequested(provider, key,
                      m_plainHttp->isChecked() ? secrets::PlainHttp::Allowed : secrets::PlainHttp::Refused);
}

} // namespace sb::ui
