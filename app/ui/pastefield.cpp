// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pastefield.h"

#include "core/rules/decodedtext.h"
#include "core/rules/plaintext.h"
#include "core/rules/redact.h"
#include "core/rules/textexcerpt.h"
#include "ui/localmark.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>
#include <QTextBlock>
#include <QUrl>

namespace relink {

namespace {

// More than this is neither laid out nor searched for secrets while the window waits.
constexpr qsizetype shownWhole = 24 * 1024;
constexpr qsizetype shownOfLong = 6 * 1024;

QString localFile(const QMimeData *source)
{
    const QList<QUrl> urls = source->urls();
    return !urls.isEmpty() && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

//! As the document would give it back, so that places in one are places in the other.
QString normalised(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (QChar &c : text) {
        if (c == QChar::CarriageReturn || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator || c == QChar(0xFDD0) || c == QChar(0xFDD1))
            c = QChar::LineFeed;
        else if (c == QChar::Nbsp)
            c = QChar::Space;
        else if (c == QChar::Null)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

PasteField::PasteField(QWidget *parent)
    : PlainTextField(parent)
{
    setObjectName(QStringLiteral("pasteTextEdit"));
    setAccessibleName(tr("Text with the error"));
    setAccessibleDescription(tr("Paste or type any text, or drop a text file here"));
    setPlaceholderText(tr("Paste an error message, an e-mail, a log, a web address or a script, or "
                          "drop a text file here."));
    setMonospaced();
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (m_showing)
            return;
        m_decided.clear();
        m_flawed.clear();
        drawMarks();
        m_given.clear();
        if (document()->characterCount() > shownWhole)
            take(this->text());
        else
            Q_EMIT given();
    });
}

QString PasteField::text() const
{
    return m_given.isEmpty() ? withoutLocalMark(toPlainText()) : m_given;
}

void PasteField::showText(const QString &text)
{
    m_showing = true;
    m_decided.clear();
    m_flawed.clear();
    setPlainText(text); // forgets what could be undone
    m_showing = false;
    drawMarks();
}

void PasteField::take(const QString &given)
{
    if (isTooLong(given)) {
        Q_EMIT refused(tr("This is more than 4 MiB. Take the part that tells of the failure."));
        return;
    }
    const QString text = normalised(given);
    m_isLong = text.size() > shownWhole;
    m_given = text;
    setReadOnly(isLong());
    if (!isLong()) {
        const QString masked = redact(text);
        showText(withLocalMark(masked));
        moveCursor(QTextCursor::End);
        if (masked != text)
            Q_EMIT secretsHidden();
    } else {
        showText(tr("Reading %1 characters…").arg(QLocale().toString(text.size())));
    }
    Q_EMIT this->given();
}

void PasteField::insert(const QString &text)
{
    QTextCursor cursor = textCursor();
    const qsizetype selected = cursor.selectionEnd() - cursor.selectionStart();
    const qsizetype left = document()->characterCount() - 1 - selected;
    if (isLong() || left == 0 || isTooLong(text))
        return take(text); // which says so where it is too long
    if (left + text.size() > shownWhole)
        return take(
            withoutLocalMark(toPlainText().replace(cursor.selectionStart(), selected, text)));
    const QString masked = redact(text);
    cursor.insertText(withLocalMark(masked));
    ensureCursorVisible();
    if (masked != text)
        Q_EMIT secretsHidden();
}

void PasteField::readFile(const QString &fileName)
{
    const QString shown = plainText(QFileInfo(fileName).fileName(), 80);
    // A pipe or a device would never end.
    QFile file(fileName);
    if (!QFileInfo(fileName).isFile() || !file.open(QIODevice::ReadOnly)) {
        Q_EMIT refused(tr("%1 cannot be read.").arg(shown));
        return;
    }
    const QByteArray bytes = file.read(longestText + 1);
    if (bytes.size() > longestText) {
        Q_EMIT refused(
            tr("%1 is larger than 4 MiB. Paste the part that tells of the failure.").arg(shown));
        return;
    }
    const QString text = textOf(bytes);
    if (text.contains(QChar(QChar::Null))) {
        Q_EMIT refused(tr("%1 holds no text. Relink reads text files only; from a picture or a "
                          "document, copy the words.")
                           .arg(shown));
        return;
    }
    take(text);
}

void PasteField::mark(const QString &masked, const QList<TextPassage> &decided,
                      const QList<TextPassage> &flawed)
{
    TextExcerpt shown {masked, decided + flawed, false};
    if (isLong())
        shown = excerptOf(masked, decided + flawed, shownOfLong);
    shown = withLocalMark(shown);
    if (isLong()) {
        showText(shown.text);
        if (m_given != masked)
            Q_EMIT secretsHidden();
    } else if (shown.text != toPlainText()) {
        const int fromEnd = document()->characterCount() - textCursor().position();
        showText(shown.text);
        QTextCursor cursor = textCursor();
        cursor.setPosition(qMax(0, document()->characterCount() - fromEnd));
        setTextCursor(cursor);
        Q_EMIT secretsHidden();
    }
    m_decided = shown.passages.mid(0, decided.size());
    m_flawed = shown.passages.mid(decided.size());
    drawMarks();
    // What was given at once is shown where it matters; who types is left alone.
    if (!m_given.isEmpty() && !m_decided.isEmpty() && m_decided.first().length > 0) {
        QTextCursor cursor = textCursor();
        cursor.setPosition(int(m_decided.first().start));
        setTextCursor(cursor);
        isLong() ? centerCursor() : ensureCursorVisible();
    }
}

void PasteField::drawMarks()
{
    const Theme &t = Theme::current();
    QList<QTextEdit::ExtraSelection> selections;
    const auto add = [&](const TextPassage &passage, QTextCharFormat::UnderlineStyle line,
                         const QColor &lineColour, const QColor &pane) {
        if (passage.length <= 0 || passage.start + passage.length >= document()->characterCount())
            return;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(int(passage.start));
        selection.cursor.setPosition(int(passage.start + passage.length), QTextCursor::KeepAnchor);
        // The underline tells it as well, for whoever does not see the colour.
        selection.format.setUnderlineStyle(line);
        selection.format.setUnderlineColor(lineColour);
        if (!t.highContrast)
            selection.format.setBackground(pane);
        selections += selection;
    };
    for (const TextPassage &passage : std::as_const(m_flawed))
        add(passage, QTextCharFormat::WaveUnderline, t.red, t.redPane);
    for (const TextPassage &passage : std::as_const(m_decided))
        add(passage, QTextCharFormat::SingleUnderline, t.text, t.amberPane);
    setExtraSelections(selections);
}

void PasteField::dropSecrets(const QString &masked)
{
    if (!m_given.isEmpty())
        m_given = masked;
}

void PasteField::forget()
{
    m_given.clear();
    m_isLong = false;
    setReadOnly(false);
    showText({});
}

bool PasteField::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || !localFile(source).isEmpty();
}

void PasteField::insertFromMimeData(const QMimeData *source)
{
    const QString file = localFile(source);
    if (!file.isEmpty())
        readFile(file);
    else if (source->hasText())
        insert(source->text());
}

// What is shown of a long text cannot be edited, but another one may take its place.

void PasteField::dragEnterEvent(QDragEnterEvent *event)
{
    if (isReadOnly() && canInsertFromMimeData(event->mimeData()))
        return event->acceptProposedAction();
    QPlainTextEdit::dragEnterEvent(event);
}

void PasteField::dragMoveEvent(QDragMoveEvent *event)
{
    if (isReadOnly() && canInsertFromMimeData(event->mimeData()))
        return event->acceptProposedAction();
    QPlainTextEdit::dragMoveEvent(event);
}

void PasteField::dropEvent(QDropEvent *event)
{
    if (isReadOnly() || !localFile(event->mimeData()).isEmpty()) {
        insertFromMimeData(event->mimeData());
        return event->acceptProposedAction();
    }
    QPlainTextEdit::dropEvent(event);
}

void PasteField::keyPressEvent(QKeyEvent *event)
{
    if (isReadOnly() && event->matches(QKeySequence::Paste))
        return insertFromMimeData(QGuiApplication::clipboard()->mimeData());
    QPlainTextEdit::keyPressEvent(event);
}

void PasteField::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawMarks();
}

} // namespace relink
