// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providerpicker.h"

#include "core/rules/plaintext.h"
#include "services/providercatalogue.h"
#include "ui/card.h"
#include "ui/metrics.h"
#include "ui/statusglyph.h"
#include "ui/textlabel.h"
#include "ui/theme.h"
#include "words/methodwords.h"
#include "words/words.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace relink {

namespace {

enum Role {
    IdRole = Qt::UserRole + 1,
    MonogramRole,
    CategoryRole,
    BelowRole, //!< what stands below the name
    SearchRole,
    OtherRole
};

//! Name and category beside the monogram.
class ProviderDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, qMax(52, 2 * option.fontMetrics.height() + 16)};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &t = Theme::current();
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, t.highContrast ? t.marked : t.selection);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, mixed(t.pane, t.selection, 0.45));
        const int side = qMax(36, option.fontMetrics.height() * 8 / 5);
        const QRect mark = QStyle::visualRect(
            option.direction, option.rect,
            QRect(option.rect.left() + 12, option.rect.center().y() - side / 2, side, side));
        paintMonogram(*painter, QRectF(mark), index.data(MonogramRole).toString(), option.font, t);

        const QFont strong = TextLabel::fontFor(TextLabel::Size::Body, true, option.font);
        const QFont small = TextLabel::fontFor(TextLabel::Size::Small, false, option.font);
        const QFontMetrics strongMetrics(strong);
        const QFontMetrics smallMetrics(small);
        const int height = strongMetrics.height() + smallMetrics.height();
        const QRect text = QStyle::visualRect(option.direction, option.rect,
                                              QRect(option.rect.left() + 12 + side + 12,
                                                    option.rect.center().y() - height / 2 + 1,
                                                    option.rect.width() - side - 36, height));
        const int start = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft));
        painter->setFont(strong);
        painter->setPen(t.text);
        painter->drawText(
            text, start | Qt::AlignTop | Qt::TextSingleLine,
            strongMetrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        painter->setFont(small);
        painter->setPen(t.soft);
        painter->drawText(text, start | Qt::AlignBottom | Qt::TextSingleLine,
                          smallMetrics.elidedText(index.data(BelowRole).toString(), Qt::ElideRight,
                                                  text.width()));
        if (option.state & QStyle::State_HasFocus) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(t.accent, 2));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 5, 5);
        }
        painter->restore();
    }
};

//! What begins with the search comes first; the catch-all provider last.
class ProviderFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void set(const QString &search, const QString &category)
    {
        m_words = search.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
        m_category = category;
        invalidate();
        sort(0);
    }

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        if (const int difference = rank(left) - rank(right); difference != 0)
            return difference < 0;
        return left.data().toString().localeAwareCompare(right.data().toString()) < 0;
    }
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        if (!m_category.isEmpty() && index.data(CategoryRole).toString() != m_category)
            return false;
        const QString text = index.data(SearchRole).toString();
        return std::all_of(m_words.begin(), m_words.end(),
                           [&text](const QString &word) { return text.contains(word); });
    }

private:
    int rank(const QModelIndex &index) const
    {
        const int last = index.data(OtherRole).toBool() ? 10 : 0;
        if (m_words.isEmpty())
            return last;
        const QString name = index.data().toString().toCaseFolded();
        if (name.startsWith(m_words.join(QLatin1Char(' '))))
            return last;
        if (name.contains(QLatin1Char(' ') + m_words.first()))
            return last + 1;
        return last + (name.contains(m_words.first()) ? 2 : 3);
    }

    QStringList m_words;
    QString m_category;
};

} // namespace

ProviderPicker::ProviderPicker(ProviderCatalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit)
    , m_category(new QComboBox)
    , m_list(new QListView)
    , m_nothing(new QWidget)
    , m_nothingText(new TextLabel)
    , m_everywhere(new QPushButton(tr("&Show all categories")))
    , m_other(new QPushButton)
    , m_model(new QStandardItemModel(this))
    , m_filter(new ProviderFilter(this))
{
    QMap<QString, int> categories;
    for (const QString &id : catalogue.ids()) {
        const auto face = catalogue.face(id);
        if (!face)
            continue;
        const QString category = words::categoryName(face->category);
        const bool other = face->category == QLatin1StringView("other");
        auto *item = new QStandardItem(plainText(face->name, 60));
        item->setEditable(false);
        item->setData(id, IdRole);
        item->setData(plainText(face->monogram, 8), MonogramRole);
        item->setData(category, CategoryRole);
        //: A category, of a provider that the user described
        const QString below
            = catalogue.isOwn(id) ? tr("%1 · your own definition").arg(category) : category;
        item->setData(below, BelowRole);
        item->setData(QString(face->name % u'\n' % below % u'\n' % id).toCaseFolded(), SearchRole);
        //: A provider and its category, for a screen reader
        item->setData(tr("%1, %2").arg(item->text(), below), Qt::AccessibleTextRole);
        m_model->appendRow(item);
        item->setData(other, OtherRole);
        if (!category.isEmpty())
            ++categories[category];
        if (other && m_otherName.isEmpty())
            m_otherName = item->text();
    }

    m_search->setObjectName(QStringLiteral("providerSearchLineEdit"));
    m_search->setPlaceholderText(tr("Search providers"));
    m_search->setAccessibleName(tr("Search providers"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_category->setObjectName(QStringLiteral("providerCategoryComboBox"));
    m_category->setAccessibleName(tr("Category"));
    m_category->addItem(tr("All categories"), QString());
    for (auto it = categories.begin(); it != categories.end(); ++it) {
        //: A category and how many providers it has
        m_category->addItem(tr("%1 (%2)").arg(it.key(), QLocale().toString(it.value())), it.key());
    }
    m_list->setObjectName(QStringLiteral("providerListView"));
    m_list->setAccessibleName(tr("Providers"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setItemDelegate(new ProviderDelegate(m_list));
    m_filter->setSourceModel(m_model);
    m_list->setModel(m_filter);
    makeNothing();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::group);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(metrics::control);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_category);
    layout->addLayout(tools);
    auto *card = new Card;
    auto *cardLayout = new QVBoxLayout(card);
    cardLayout->setContentsMargins(1, 4, 1, 4);
    cardLayout->addWidget(m_list);
    cardLayout->addWidget(m_nothing);
    layout->addWidget(card, 1);

    connect(m_search, &QLineEdit::textChanged, this, &ProviderPicker::filter);
    connect(m_category, &QComboBox::currentIndexChanged, this, &ProviderPicker::filter);
    // Enter reaches the dialog's default button, so that it counts once.
    connect(m_list, &QListView::doubleClicked, this, &ProviderPicker::chosen);
    filter();
}

void ProviderPicker::makeNothing()
{
    m_nothing->setObjectName(QStringLiteral("noProvider"));
    m_nothingText->setObjectName(QStringLiteral("noProviderLabel"));
    m_everywhere->setObjectName(QStringLiteral("allCategoriesButton"));
    m_other->setObjectName(QStringLiteral("otherProviderButton"));
    //: The provider that stands for all that follow the standard
    m_other->setText(tr("&Choose “%1”").arg(m_otherName));
    auto *layout = new QVBoxLayout(m_nothing);
    layout->setContentsMargins(metrics::pane, metrics::group, metrics::pane, metrics::group);
    layout->setSpacing(metrics::group);
    layout->addWidget(m_nothingText);
    for (QPushButton *button : {m_everywhere, m_other}) {
        button->setAutoDefault(false);
        layout->addWidget(button, 0, Qt::AlignLeading);
    }
    layout->addStretch(1);
    m_nothing->hide();
    connect(m_everywhere, &QPushButton::clicked, this, [this] {
        m_category->setCurrentIndex(0);
        m_search->setFocus();
    });
    connect(m_other, &QPushButton::clicked, this, [this] {
        m_category->setCurrentIndex(0);
        m_search->setText(m_otherName);
        m_search->setFocus();
    });
}

void ProviderPicker::filter()
{
    const QString former = provider();
    auto *filter = static_cast<ProviderFilter *>(m_filter);
    const QString category = m_category->currentData().toString();
    bool elsewhere = false;
    filter->set(m_search->text(), category);
    if (filter->rowCount() == 0 && !category.isEmpty()) {
        filter->set(m_search->text(), {});
        elsewhere = filter->rowCount() > 0;
        filter->set(m_search->text(), category);
    }
    const bool nothing = filter->rowCount() == 0;
    const QString search = plainText(m_search->text().trimmed(), 60);
    m_nothingText->setText(
        elsewhere ? tr("Nothing here matches “%1”, but another category has it.").arg(search)
                  : tr("No provider matches “%1”. A service that follows the OAuth 2.0 standard "
                       "can be connected all the same, with the addresses that it documents.")
                        .arg(search));
    m_everywhere->setVisible(elsewhere);
    m_other->setVisible(!elsewhere && !m_otherName.isEmpty());
    m_nothing->setVisible(nothing);
    m_list->setVisible(!nothing);
    select(m_search->text() == m_searched ? former : QString());
    m_searched = m_search->text();
}

QString ProviderPicker::provider() const
{
    return m_list->currentIndex().data(IdRole).toString();
}

void ProviderPicker::select(const QString &provider)
{
    QModelIndex wanted = m_filter->index(0, 0);
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        if (m_filter->index(row, 0).data(IdRole).toString() == provider)
            wanted = m_filter->index(row, 0);
    }
    m_list->setCurrentIndex(wanted);
}

void ProviderPicker::takeFocus()
{
    m_search->setFocus();
}

bool ProviderPicker::eventFilter(QObject *object, QEvent *event)
{
    // Arrows walk the list while the search has the keyboard.
    if (object == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int page = qMax(1, m_list->viewport()->height() / qMax(1, m_list->sizeHintForRow(0)));
        const int step = key == Qt::Key_Down ? 1
            : key == Qt::Key_Up              ? -1
            : key == Qt::Key_PageDown        ? page
            : key == Qt::Key_PageUp          ? -page
                                             : 0;
        if (step != 0) {
            const int row = qMin(m_list->currentIndex().row() + step, m_filter->rowCount() - 1);
            m_list->setCurrentIndex(m_filter->index(qMax(0, row), 0));
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

} // namespace relink
