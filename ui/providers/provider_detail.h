#pragma once

#include "ui/providers/provider_board.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace sb::ui {

class AddressParts;
class EndpointModel;
class FieldGrid;
class KeyList;
class KeyRow;
class Label;
class SignalMark;
class Switch;

/// One provider: whether it is in use, its address, its key, how it answers, what happens to prompts, what it offers.
class ProviderDetail final : public QWidget
{
    Q_OBJECT
public:
    explicit ProviderDetail(ProviderBoard &board, QWidget *parent = nullptr);
    ~ProviderDetail() override;

    void show(const QString &id);
    [[nodiscard]] QString shown() const { return m_id; }
    void focusFirst();
    void editKey(); ///< lets a key be typed at once
    void retryKey(const QString &key, const QString &problem); ///< the key that it was added with, and was not stored

signals:
    void removeRequested(const QString &id);
    void removeKeyRequested(const QString &id);
    void removeOneKeyRequested(const QString &id, const QString &keyId); ///< of several

private:
    void setupHead();
    void setupFields();
    void setupAddress();
    void setupKey();
    void setupCheck();
    void setupPolicy();
    void takeDialect();
    void setupModels();
    void present();
    void presentFields(const ProviderFacts &facts);
    void presentAddress(const catalog::Provider &provider);
    void takePart(const QString &name, const QString &value);
    void takeRegion();
    void presentCheck(const ProviderFacts &facts);
    void presentModels(const ProviderFacts &facts);
    void takeBaseUrl();
    void takeStored(const QString &id, const Result<secrets::Kept> &result);
    void openMenu();

    ProviderBoard &m_board;
    QString m_id;
    Label *m_title;
    Switch *m_inUse;
    QToolButton *m_more;
    FieldGrid *m_fields;
    AddressParts *m_parts;
    Label *m_partsLabel;
    QComboBox *m_region;
    Label *m_regionLabel;
    QLineEdit *m_baseUrl;
    Label *m_baseUrlLabel;
    Label *m_baseUrlProblem;
    QComboBox *m_dialect;
    Label *m_dialectLabel;
    KeyRow *m_key;
    KeyList *m_keys;
    Label *m_keyLabel;
    Label *m_keyNote;
    QPushButton *m_keyPage;
    QPushButton *m_check;
    Label *m_checkLabel;
    SignalMark *m_checkSignal;
    Label *m_checkSentence;
    Label *m_policy;
    Label *m_policyLabel;
    QPushButton *m_policyPage;
    Label *m_cancel; ///< whether cancelling an answer stops the bill
    Label *m_cancelLabel;
    Label *m_about; ///< what the practice line is, instead of fields
    Label *m_modelsFact;
    QPushButton *m_addModels;
    EndpointModel *m_endpoints;
};

} // namespace sb::ui
