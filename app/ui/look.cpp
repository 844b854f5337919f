// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look.h"

#include "ui/controlpainting.h"
#include "ui/drawnicons.h"
#include "ui/metrics.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>

namespace relink {

namespace {

constexpr auto primaryProperty = "relinkPrimary";
constexpr auto switchProperty = "relinkSwitch";
constexpr int arrowWidth = 28;

bool has(const QWidget *widget, const char *property)
{
    return widget && widget->property(property).toBool();
}

} // namespace

Look::Look()
    : QProxyStyle(QStringLiteral("fusion"))
{}

void Look::polish(QPalette &palette)
{
    QProxyStyle::polish(palette);
    const Theme theme = Theme::forPalette(palette);
    if (theme.highContrast)
        palette.setColor(QPalette::PlaceholderText, theme.text);
    else
        palette = theme.palette();
}

void Look::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QScrollBar *>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
    // The groove is whatever lies behind: a card with round corners, a dialog.
    if (qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false);
}

void Look::polish(QApplication *application)
{
    QProxyStyle::polish(application);
    application->installEventFilter(this);
}

void Look::unpolish(QApplication *application)
{
    application->removeEventFilter(this);
    QProxyStyle::unpolish(application);
}

bool Look::eventFilter(QObject *object, QEvent *event)
{
    const bool press = event->type() == QEvent::KeyPress;
    const bool release
        = event->type() == QEvent::KeyRelease || event->type() == QEvent::ApplicationDeactivate;
    if (press || release) {
        const bool alt = press
            && (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt
                || static_cast<QKeyEvent *>(event)->modifiers() & Qt::AltModifier);
        if (alt != m_mnemonics) {
            m_mnemonics = alt;
            for (QWidget *window : QApplication::topLevelWidgets()) {
                window->update();
                for (QWidget *child : window->findChildren<QWidget *>())
                    child->update();
            }
        }
    }
    return QProxyStyle::eventFilter(object, event);
}

void Look::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                         const QWidget *widget) const
{
    const Theme &t = Theme::current();
    switch (element) {
    case PE_PanelButtonCommand:
        paintButton(painter, option, has(widget, primaryProperty));
        return;
    case PE_PanelButtonTool:
        paintButton(painter, option, has(widget, primaryProperty));
        return;
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0) {
            paintField(painter, option->rect, option->state, option->state & State_ReadOnly);
            return;
        }
        break;
    }
    case PE_Frame:
        if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget)) {
            paintField(painter, option->rect, option->state, text->isReadOnly());
            return;
        }
        break;
    case PE_FrameLineEdit:
        paintField(painter, option->rect, option->state, option->state & State_ReadOnly);
        return;
    case PE_IndicatorCheckBox:
        if (has(widget, switchProperty))
            paintSwitch(painter, option);
        else
            paintCheckBox(painter, option);
        return;
    case PE_IndicatorRadioButton:
        paintRadioButton(painter, option);
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QPushButton *>(widget))
            return; // its panel shows the focus
        roundedBox(painter, option->rect, Qt::transparent, QPen(t.accent, 1.5), 4);
        return;
    case PE_PanelItemViewItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        if (option->state & State_Selected) {
            painter->fillRect(option->rect, t.highContrast ? t.marked : t.selection);
            return;
        }
        if (item && (option->state & State_MouseOver) && (option->state & State_Enabled)) {
            painter->fillRect(option->rect, mixed(t.pane, t.selection, 0.5));
            return;
        }
        break;
    }
    case PE_PanelItemViewRow:
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Look::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const
{
    const Theme &t = Theme::current();
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *source = qstyleoption_cast<const QStyleOptionButton *>(option); source
            && (has(widget, primaryProperty) || source->features & QStyleOptionButton::Flat)) {
            QStyleOptionButton copy(*source);
            copy.palette.setColor(QPalette::ButtonText,
                                  has(widget, primaryProperty) ? t.onAccent : t.accent);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, t.pane);
        painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.line);
        return;
    case CE_HeaderLabel:
        if (const auto *source = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader copy(*source);
            const bool first = source->position == QStyleOptionHeader::Beginning;
            const bool last = source->position == QStyleOptionHeader::End;
            const QMargins inset(first ? 14 : 8, 0, last ? 14 : 8, 0);
            copy.rect
                = visualRect(option->direction, option->rect, option->rect.marginsRemoved(inset));
            copy.palette.setColor(QPalette::ButtonText, t.soft);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_MenuItem:
        if (const auto *source = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            source && source->menuItemType != QStyleOptionMenuItem::Separator && !t.highContrast) {
            QStyleOptionMenuItem copy(*source);
            if ((copy.state & State_Selected) && (copy.state & State_Enabled))
                roundedBox(painter, copy.rect.adjusted(1, 0, -1, 0), t.selection, QPen(Qt::NoPen),
                           4);
            copy.state &= ~State_Selected;
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_Splitter:
        return; // the gap between the panes is handle enough
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Look::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                              QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            paintScrollBar(painter, slider);
            return;
        }
    }
    if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
            combo && !combo->editable) {
            const Theme &t = Theme::current();
            paintField(painter, option->rect, option->state, false);
            const QRect arrow = subControlRect(control, option, SC_ComboBoxArrow, widget);
            paintChevron(painter, QRectF(arrow).center(),
                         option->state & State_Enabled ? t.text : t.grey,
                         qMax(1.0, option->fontMetrics.height() / 18.0));
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Look::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                           SubControl subControl, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            const QRect slider = sliderOf(bar);
            const bool horizontal = bar->orientation == Qt::Horizontal;
            switch (subControl) {
            case SC_ScrollBarSlider:
                return slider;
            case SC_ScrollBarGroove:
                return bar->rect;
            case SC_ScrollBarSubPage:
                return horizontal
                    ? QRect(bar->rect.topLeft(), QPoint(slider.left() - 1, bar->rect.bottom()))
                    : QRect(bar->rect.topLeft(), QPoint(bar->rect.right(), slider.top() - 1));
            case SC_ScrollBarAddPage:
                return horizontal
                    ? QRect(QPoint(slider.right() + 1, bar->rect.top()), bar->rect.bottomRight())
                    : QRect(QPoint(bar->rect.left(), slider.bottom() + 1), bar->rect.bottomRight());
            default:
                return {};
            }
        }
    }
    if (control == CC_ComboBox) {
        const QRect &r = option->rect;
        if (subControl == SC_ComboBoxArrow)
            return visualRect(option->direction, r,
                              QRect(r.right() - arrowWidth + 1, r.top(), arrowWidth, r.height()));
        if (subControl == SC_ComboBoxEditField)
            return visualRect(option->direction, r, r.adjusted(8, 2, -arrowWidth, -2));
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QSize Look::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                             const QWidget *widget) const
{
    const int height = option ? option->fontMetrics.height() + 2 * metrics::control : 0;
    switch (type) {
    case CT_PushButton: {
        const QSize natural = QProxyStyle::sizeFromContents(type, option, size, widget);
        // `size` is the text's; the bevel of Fusion is not ours.
        return {qMax(size.width() + 28, qMin(natural.width(), 68)), height};
    }
    case CT_LineEdit:
        return {size.width() + 20, qMax(height, size.height())};
    case CT_ComboBox:
        return {size.width() + 8 + arrowWidth + 8, height};
    case CT_MenuItem: {
        const QSize natural = QProxyStyle::sizeFromContents(type, option, size, widget);
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return natural;
        return {natural.width() + metrics::group,
                option ? option->fontMetrics.height() + 12 : natural.height()};
    }
    case CT_HeaderSection: {
        const QSize natural = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {natural.width(), height};
    }
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

int Look::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const int line = widget ? widget->fontMetrics().height() : 18;
    switch (metric) {
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_IndicatorWidth:
        return has(widget, switchProperty) ? 2 * line : line;
    case PM_IndicatorHeight:
        return has(widget, switchProperty) ? line + 2 : line;
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return line;
    case PM_CheckBoxLabelSpacing:
        return metrics::control;
    case PM_MenuVMargin:
    case PM_MenuHMargin:
        return 4;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QRect Look::subElementRect(SubElement element, const QStyleOption *option,
                           const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            return visualRect(option->direction, option->rect, option->rect.adjusted(7, 1, -7, -1));
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

int Look::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                    QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_ComboBox_Popup:
        return 0;
    case SH_UnderlineShortcut:
        return m_mnemonics;
    case SH_EtchDisabledText:
        return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QIcon Look::standardIcon(StandardPixmap icon, const QStyleOption *option,
                         const QWidget *widget) const
{
    if (icon == SP_LineEditClearButton)
        return clearIcon();
    if (icon == SP_ToolBarHorizontalExtensionButton)
        return moreIcon();
    return QProxyStyle::standardIcon(icon, option, widget);
}

void installLook(QApplication &application)
{
    if (QApplication::style()->name().compare(QLatin1StringView("fusion"), Qt::CaseInsensitive)
        != 0)
        return;
    QApplication::setStyle(new Look);
    // Without a desktop Qt falls back to 9 pt, too small for the rows of the list.
    QFont font = QApplication::font();
    if (font.pointSizeF() > 0 && font.pointSizeF() < 10) {
        font.setPointSizeF(10);
        application.setFont(font);
    }
}

void preferDark(bool dark)
{
    if (!dynamic_cast<Look *>(QApplication::style()) || Theme::current().highContrast)
        return;
    QApplication::setPalette(dark ? Theme::darkness().palette() : QPalette());
}

void makePrimary(QPushButton *button, bool primary)
{
    button->setProperty(primaryProperty, primary ? QVariant(true) : QVariant());
    QFont font = button->font();
    font.setWeight(primary ? QFont::DemiBold : QFont::Normal);
    button->setFont(font);
    if (!dynamic_cast<Look *>(QApplication::style())) {
        // A foreign style takes the accent from the button's own palette.
        QPalette palette = primary ? button->palette() : QPalette();
        if (primary) {
            palette.setColor(QPalette::Button, Theme::current().accent);
            palette.setColor(QPalette::ButtonText, Theme::current().onAccent);
        }
        button->setPalette(palette);
    }
    button->update();
}

void makeSwitch(QCheckBox *box)
{
    box->setProperty(switchProperty, true);
}

} // namespace relink
