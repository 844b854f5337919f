// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/inputfieldeditor.h"

#include "support/testmain.h"
#include "ui/stage.h"
#include "ui/textlabel.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace relink::test {

using namespace Qt::StringLiterals;

//! A field finds what was copied along with a key and takes it away.
class InputFieldTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysCharacterAndPosition_data();
    void saysCharacterAndPosition();
    void cleans();
    void listsAllAndGoesThere();
    void homeAndEndWork_data();
    void homeAndEndWork();
    void aTipOnlyOnPasting();
    void freeTextMayHaveSpaces();
    void secretIsMaskedUntilShown();
    void storedSecretIsNotShown();
};

namespace {

InputField secretField()
{
    InputField field;
    field.key = u"api_key"_s;
    field.label = u"API key"_s;
    field.secret = true;
    return field;
}

} // namespace

void InputFieldTest::saysCharacterAndPosition_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("codePoint");
    QTest::addColumn<int>("position");
    QTest::newRow("trailing space") << u"key "_s << u"U+0020"_s << 4;
    QTest::newRow("leading space") << u" key"_s << u"U+0020"_s << 1;
    QTest::newRow("no-break space") << u"key\u00a0"_s << u"U+00A0"_s << 4;
    QTest::newRow("zero width") << u"k\u200bey"_s << u"U+200B"_s << 2;
    QTest::newRow("tab") << u"key\t"_s << u"U+0009"_s << 4;
}

void InputFieldTest::saysCharacterAndPosition()
{
    QFETCH(QString, value);
    QFETCH(QString, codePoint);
    QFETCH(int, position);
    InputFieldEditor editor(secretField(), false);
    child<QLineEdit>(&editor, "api_keyLineEdit")->setText(value);
    const auto *lint = child<TextLabel>(&editor, "api_keyLintLabel");
    QVERIFY(!lint->parentWidget()->isHidden());
    QVERIFY2(lint->text().contains(codePoint), qPrintable(lint->text()));
    QVERIFY2(lint->text().contains(u"position %1."_s.arg(position)), qPrintable(lint->text()));
}

void InputFieldTest::cleans()
{
    InputFieldEditor editor(secretField(), false);
    auto *line = child<QLineEdit>(&editor, "api_keyLineEdit");
    line->setText(u" \u00a0abc-DEF\u200b "_s);
    child<QPushButton>(&editor, "api_keyCleanButton")->click();
    QCOMPARE(line->text(), u"abc-DEF"_s);
    QVERIFY(child<TextLabel>(&editor, "api_keyLintLabel")->parentWidget()->isHidden());
    // What was taken away is said, until the value changes again.
    auto *removed = child<TextLabel>(&editor, "api_keyRemovedLabel");
    QVERIFY(!removed->isHidden());
    for (const QString &part : {u"U+0020 at position 1"_s, u"U+00A0 at position 2"_s,
                                u"U+200B at position 10"_s, u"U+0020 at position 11"_s})
        QVERIFY2(removed->text().contains(part), qPrintable(removed->text()));
    line->setText(u"abc"_s);
    QVERIFY(removed->isHidden());
}

void InputFieldTest::listsAllAndGoesThere()
{
    InputFieldEditor editor(secretField(), false);
    auto *line = child<QLineEdit>(&editor, "api_keyLineEdit");
    line->setText(u" ab\u200bcd\u00a0"_s);
    const QString text = child<TextLabel>(&editor, "api_keyLintLabel")->text();
    QCOMPARE(text.count(u'\n'), 2);
    for (const QString &place : {u"position 1."_s, u"position 4."_s, u"position 7."_s})
        QVERIFY2(text.contains(place), qPrintable(text));
    auto *go = child<QPushButton>(&editor, "api_keyGoThereButton");
    for (const int position : {0, 3, 6, 0}) {
        go->click();
        QCOMPARE(line->selectionStart(), position);
        QCOMPARE(line->selectionLength(), 1);
    }
}

void InputFieldTest::homeAndEndWork_data()
{
    QTest::addColumn<bool>("shown");
    QTest::newRow("masked") << false;
    QTest::newRow("shown") << true;
}

// MIN-31
void InputFieldTest::homeAndEndWork()
{
    QFETCH(bool, shown);
    InputFieldEditor editor(secretField(), false);
    editor.show();
    auto *line = child<QLineEdit>(&editor, "api_keyLineEdit");
    line->setText(u" key "_s);
    if (shown)
        child<QPushButton>(&editor, "api_keyShowButton")->click();
    QTest::keyClick(line, Qt::Key_Home);
    QCOMPARE(line->cursorPosition(), 0);
    QTest::keyClick(line, Qt::Key_Delete);
    QTest::keyClick(line, Qt::Key_End);
    QCOMPARE(line->cursorPosition(), 4);
    QTest::keyClick(line, Qt::Key_Backspace);
    QCOMPARE(line->text(), u"key"_s);
    QVERIFY(child<TextLabel>(&editor, "api_keyLintLabel")->parentWidget()->isHidden());
}

// MIN-32
void InputFieldTest::aTipOnlyOnPasting()
{
    InputFieldEditor editor(secretField(), false);
    editor.show();
    auto *line = child<QLineEdit>(&editor, "api_keyLineEdit");
    auto *tip = child<TextLabel>(&editor, "api_keyTipLabel");
    QTest::keyClicks(line, u"key "_s);
    QVERIFY(!child<TextLabel>(&editor, "api_keyLintLabel")->parentWidget()->isHidden());
    QVERIFY(tip->isHidden());
    line->clear();
    line->insert(u"key "_s);
    QVERIFY(!tip->isHidden());
    QVERIFY2(tip->text().contains(u"e-mail"_s), qPrintable(tip->text()));
}

void InputFieldTest::freeTextMayHaveSpaces()
{
    InputField field;
    field.key = u"name"_s;
    InputFieldEditor editor(field, false);
    child<QLineEdit>(&editor, "nameLineEdit")->setText(u"Harbour “Outdoor” Ltd"_s);
    QVERIFY(child<TextLabel>(&editor, "nameLintLabel")->parentWidget()->isHidden());
    child<QLineEdit>(&editor, "nameLineEdit")->setText(u"Harbour "_s);
    QVERIFY(!child<TextLabel>(&editor, "nameLintLabel")->parentWidget()->isHidden());
}

void InputFieldTest::secretIsMaskedUntilShown()
{
    InputFieldEditor editor(secretField(), false);
    auto *line = child<QLineEdit>(&editor, "api_keyLineEdit");
    QCOMPARE(line->echoMode(), QLineEdit::Password);
    child<QPushButton>(&editor, "api_keyShowButton")->click();
    QCOMPARE(line->echoMode(), QLineEdit::Normal);
    child<QPushButton>(&editor, "api_keyShowButton")->click();
    QCOMPARE(line->echoMode(), QLineEdit::Password);
}

void InputFieldTest::storedSecretIsNotShown()
{
    InputFieldEditor editor(secretField(), true);
    const auto *line = child<QLineEdit>(&editor, "api_keyLineEdit");
    QVERIFY(line->text().isEmpty());
    QCOMPARE(line->placeholderText(), u"Unchanged"_s);
}

RELINK_TEST(InputFieldTest)

} // namespace relink::test

#include "inputfieldtest.moc"
