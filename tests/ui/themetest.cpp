// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme.h"

#include "support/testmain.h"
#include "ui/look.h"
#include "ui/statusglyph.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

namespace relink::test {

//! The colours can be read, and the signs told apart without them.
class ThemeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void rolesAreThoseOfTheLook();
    void textCanBeRead_data();
    void textCanBeRead();
    void shapesCanBeSeen_data();
    void shapesCanBeSeen();
    void highContrastTakesThePalette();
    void followsTheSystem();
    void followsTheDesktopsOwnWish();
    void glyphsDifferInGrey_data();
    void glyphsDifferInGrey();
};

namespace {

void themes()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

const Theme &theme(bool dark)
{
    return dark ? Theme::darkness() : Theme::light();
}

QPalette plainPalette(const QColor &window, const QColor &text)
{
    QPalette palette(window);
    palette.setColor(QPalette::WindowText, text);
    return palette;
}

} // namespace

void ThemeTest::cleanup()
{
    QApplication::setPalette(QPalette());
}

void ThemeTest::rolesAreThoseOfTheLook()
{
    QCOMPARE(Theme::light().green.name(), QStringLiteral("#167032"));
    QCOMPARE(Theme::light().red.name(), QStringLiteral("#b3261e"));
    QCOMPARE(Theme::light().amber.name(), QStringLiteral("#8a5a00"));
    QCOMPARE(Theme::light().grey.name(), QStringLiteral("#5f6973"));
    QCOMPARE(Theme::light().accent.name(), QStringLiteral("#1f5fae"));
    QCOMPARE(Theme::light().pane.name(), QStringLiteral("#ffffff"));
    QCOMPARE(Theme::light().text.name(), QStringLiteral("#1c2126"));
    QCOMPARE(Theme::darkness().green.name(), QStringLiteral("#57c974"));
    QCOMPARE(Theme::darkness().red.name(), QStringLiteral("#ff8a80"));
    QCOMPARE(Theme::darkness().amber.name(), QStringLiteral("#f0c060"));
    QCOMPARE(Theme::darkness().grey.name(), QStringLiteral("#a3acb5"));
    QCOMPARE(Theme::darkness().accent.name(), QStringLiteral("#7ab0f0"));
    QCOMPARE(Theme::darkness().pane.name(), QStringLiteral("#23272b"));
    QCOMPARE(Theme::darkness().text.name(), QStringLiteral("#e8eaed"));
}

void ThemeTest::textCanBeRead_data()
{
    themes();
}

void ThemeTest::textCanBeRead()
{
    QFETCH(bool, dark);
    const Theme &t = theme(dark);
    struct Pair
    {
        const char *what;
        QColor text;
        QColor ground;
    };
    QList<Pair> pairs {
        {"on accent", t.onAccent, t.accent},  {"badge", t.pane, t.red},
        {"test badge", t.amber, t.amberPane}, {"monogram", t.soft, t.greyPane},
        {"message", t.text, t.redPane},       {"message", t.text, t.amberPane},
        {"flat button", t.accent, t.pane},    {"flat button", t.accent, t.background},
        {"problem", t.red, t.background},     {"lint", t.amber, t.background},
        {"marked", t.text, t.marked}};
    for (const QColor &ground : {t.pane, t.background, t.side, t.selection}) {
        pairs.append({"text", t.text, ground});
        pairs.append({"soft", t.soft, ground});
    }
    for (const QColor &status : {t.green, t.red, t.amber, t.grey}) {
        pairs.append({"status", status, t.pane});
        pairs.append({"status", status, t.selection});
    }
    for (const Pair &pair : pairs) {
        const double ratio = contrastRatio(pair.text, pair.ground);
        QVERIFY2(
            ratio >= 4.5,
            qPrintable(QStringLiteral("%1: %2 on %3 is %4")
                           .arg(QLatin1StringView(pair.what), pair.text.name(), pair.ground.name())
                           .arg(ratio)));
    }
}

void ThemeTest::shapesCanBeSeen_data()
{
    themes();
}

void ThemeTest::shapesCanBeSeen()
{
    QFETCH(bool, dark);
    const Theme &t = theme(dark);
    for (const QColor &ground : {t.pane, t.selection, t.background}) {
        for (const QColor &shape : {t.green, t.red, t.grey, t.accent})
            QVERIFY2(contrastRatio(shape, ground) >= 3, qPrintable(shape.name() + ground.name()));
    }
    QVERIFY2(contrastRatio(t.outline, t.pane) >= 3,
             qPrintable(QString::number(contrastRatio(t.outline, t.pane))));
}

void ThemeTest::highContrastTakesThePalette()
{
    const Theme t = Theme::forPalette(plainPalette(Qt::black, Qt::yellow));
    QVERIFY(t.highContrast);
    QVERIFY(t.dark);
    for (const QColor &role : {t.text, t.soft, t.green, t.red, t.grey, t.line, t.outline, t.accent})
        QCOMPARE(role, QColor(Qt::yellow));
    QCOMPARE(t.pane, QColor(Qt::black));
    QVERIFY(contrastRatio(t.onAccent, t.accent) >= 7);
}

void ThemeTest::followsTheSystem()
{
    QApplication::setPalette(plainPalette(QColor(0x30, 0x30, 0x30), Qt::white));
    QVERIFY(Theme::current().dark);
    QCOMPARE(Theme::current().green, Theme::darkness().green);
    QApplication::setPalette(plainPalette(QColor(0xef, 0xef, 0xef), Qt::black));
    QVERIFY(!Theme::current().dark);
    QVERIFY(!Theme::current().highContrast);
}

void ThemeTest::followsTheDesktopsOwnWish()
{
    QVERIFY(!Theme::current().dark);
    preferDark(true);
    QVERIFY(Theme::current().dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::darkness().background);
    preferDark(false);
    QVERIFY(!Theme::current().dark);
    QPalette contrast;
    contrast.setColor(QPalette::Window, Qt::black);
    contrast.setColor(QPalette::WindowText, Qt::white);
    QApplication::setPalette(contrast);
    preferDark(true);
    QVERIFY(Theme::current().highContrast);
}

void ThemeTest::glyphsDifferInGrey_data()
{
    themes();
}

void ThemeTest::glyphsDifferInGrey()
{
    QFETCH(bool, dark);
    constexpr int side = 22;
    QList<QImage> images;
    constexpr std::optional<Light> aChange;
    for (const std::optional<Light> light : {std::optional(Light::Green), std::optional(Light::Red),
                                             std::optional(Light::Neutral), aChange}) {
        QImage image(side, side, QImage::Format_RGB32);
        image.fill(theme(dark).pane);
        QPainter painter(&image);
        if (light)
            paintStatusGlyph(painter, QRectF(0, 0, side, side), *light, theme(dark));
        else
            paintChangeGlyph(painter, QRectF(0, 0, side, side), theme(dark));
        painter.end();
        images.append(image.convertToFormat(QImage::Format_Grayscale8));
    }
    for (int a = 0; a < images.size(); ++a) {
        for (int b = a + 1; b < images.size(); ++b) {
            int different = 0;
            for (int y = 0; y < side; ++y) {
                for (int x = 0; x < side; ++x) {
                    if (qAbs(qGray(images[a].pixel(x, y)) - qGray(images[b].pixel(x, y))) > 48)
                        ++different;
                }
            }
            // A tenth of the area is far more than smoothing or another shade of grey makes.
            QVERIFY2(different > side * side / 10, qPrintable(QString::number(different)));
        }
    }
}

RELINK_TEST(ThemeTest)

} // namespace relink::test

#include "themetest.moc"
