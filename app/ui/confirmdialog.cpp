// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/confirmdialog.h"

#include "ui/badgedtitle.h"
#include "ui/copyline.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace relink {

namespace {

//! A window does not ask its layout how high wrapped text is at its width: with large fonts the
//! last line would be cut.
class FitsItsText : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *dialog = static_cast<QWidget *>(watched);
        if (event->type() == QEvent::Show && dialog->layout()->hasHeightForWidth()) {
            const int wanted = dialog->layout()->totalHeightForWidth(dialog->width());
            if (wanted > dialog->height())
                dialog->resize(dialog->width(), wanted);
        }
        return false;
    }
};

constexpr int dialogWidth = 460;

QVBoxLayout *frame(QDialog *dialog, const QString &objectName, const QString &title,
                   const QString &text)
{
    dialog->setObjectName(objectName + QStringLiteral("Dialog"));
    dialog->setWindowTitle(title);
    dialog->setModal(true);
    dialog->installEventFilter(new FitsItsText(dialog));
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::pane);
    layout->setSpacing(metrics::group);
    auto *heading = new TextLabel(TextLabel::Size::Heading);
    heading->setObjectName(objectName + QStringLiteral("TitleLabel"));
    heading->setText(title);
    auto *body = new TextLabel;
    body->setObjectName(objectName + QStringLiteral("TextLabel"));
    body->setText(text);
    layout->addLayout(badgedTitle(heading));
    layout->addWidget(body);
    dialog->setAccessibleDescription(text);
    dialog->setMinimumWidth(qMin(dialogWidth, dialog->fontMetrics().averageCharWidth() * 60));
    return layout;
}

} // namespace

ConfirmDialog::ConfirmDialog(const QString &objectName, const QString &title, const QString &text,
                             const QString &act, QWidget *parent)
    : QDialog(parent)
{
    QVBoxLayout *layout = frame(this, objectName, title, text);
    auto *confirm = new QPushButton(act);
    confirm->setObjectName(objectName + QStringLiteral("ConfirmButton"));
    confirm->setAutoDefault(false);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(objectName + QStringLiteral("CancelButton"));
    cancel->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, metrics::group, 0, 0);
    buttons->setSpacing(metrics::control);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(confirm);
    layout->addStretch(1);
    layout->addLayout(buttons);
    connect(confirm, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    cancel->setFocus();
}

void ConfirmDialog::setCancelText(const QString &text)
{
    for (QPushButton *button : findChildren<QPushButton *>()) {
        if (button->isDefault())
            button->setText(text);
    }
}

OutcomeDialog::OutcomeDialog(const QString &objectName, const QString &title, const QString &text,
                             QWidget *parent)
    : QDialog(parent)
    , m_objectName(objectName)
{
    QVBoxLayout *layout = frame(this, objectName, title, text);
    m_body = new QVBoxLayout;
    m_body->setSpacing(metrics::control);
    layout->addLayout(m_body);
    layout->addStretch(1);
    m_buttons = new QHBoxLayout;
    m_buttons->setContentsMargins(0, metrics::group, 0, 0);
    m_buttons->setSpacing(metrics::control);
    m_buttons->addStretch(1);
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(objectName + QStringLiteral("CloseButton"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    m_buttons->addWidget(close);
    layout->addLayout(m_buttons);
    close->setFocus();
}

void OutcomeDialog::setSteps(const QString &caption, const QString &steps)
{
    if (steps.isEmpty())
        return;
    auto *label = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    label->setText(caption);
    auto *text = new TextLabel;
    text->setObjectName(m_objectName + QStringLiteral("StepsLabel"));
    text->setStrong(true);
    text->setText(steps);
    m_body->addWidget(label);
    m_body->addWidget(text);
}

void OutcomeDialog::setOwnWords(const QString &words)
{
    if (words.isEmpty())
        return;
    auto *line = new CopyLine(m_objectName + QStringLiteral("OwnWords"),
                              tr("The provider’s own words"), CopyLine::Lines::Few);
    m_body->addWidget(line);
    line->setText(words);
}

QPushButton *OutcomeDialog::addButton(const QString &objectName, const QString &label)
{
    auto *button = new QPushButton(label);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    m_buttons->insertWidget(1, button);
    return button;
}

} // namespace relink
