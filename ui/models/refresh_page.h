#pragma once

#include "core/catalog/refresh_report.h"

#include <QWidget>

class QToolButton;

namespace sb::ui {

class FindingTable;
class Label;
class PageHeader;
class SourceTable;
class TableView;

/// What a refresh did: who was asked, what changed, what was not taken.
class RefreshPage final : public QWidget
{
    Q_OBJECT
public:
    explicit RefreshPage(QWidget *parent = nullptr);
    void present(const catalog::RefreshReport &report);
    void focusFirst();

signals:
    void closed();
    void endpointWanted(const QString &endpointId); ///< its model's details

private:
    QToolButton *m_back;
    PageHeader *m_header;
    SourceTable *m_sourceModel;
    TableView *m_sources;
    Label *m_found;
    FindingTable *m_findingModel;
    TableView *m_findings;
    QWidget *m_lower; ///< what changed, where anything did
};

} // namespace sb::ui
