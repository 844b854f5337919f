// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/areawords.h"
#include "core/model/areaaction.h"
#include "support/testmain.h"
#include "words/words.h"

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now({2026, 11, 22}, {12, 0});

AreaReport report(const QString &what, bool works, AreaSource source = AreaSource::Probe)
{
    AreaReport r;
    r.area = source == AreaSource::Probe ? what.toLower() : QString();
    r.what = what;
    r.works = works;
    r.source = source;
    r.since = now.addSecs(-7200);
    r.checkedAt = now.addSecs(-180);
    return r;
}

HistoryEvent eventOf(HistoryKind kind, const QString &action)
{
    HistoryEvent e;
    e.kind = kind;
    e.stage = HistoryStage::Probe;
    e.action = action;
    e.errorClass = ErrorClass::PlanRestriction;
    return e;
}

} // namespace

//! What of a connection works, in words: on the row, in the terminal and in the history.
class AreaWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingStoppedSaysNothing()
    {
        QVERIFY(words::stoppedSentence({}, now).isEmpty());
        QVERIFY(words::stoppedSentence({report(u"Orders"_s, true)}, now).isEmpty());
    }

    void whatIsRefusedAndSinceWhen()
    {
        const AreaReport orders = report(u"Orders"_s, false);
        const AreaReport stock = report(u"Stock"_s, false);
        const AreaReport own = report(u"Profit report"_s, false, AreaSource::Pasted);
        const QString since = words::when(orders.since, now);
        QCOMPARE(words::stoppedSentence({orders, report(u"Products"_s, true)}, now),
                 QString(u"Orders: refused since "_s + since));
        QCOMPARE(words::stoppedSentence({orders, stock}, now),
                 QString(u"Orders, Stock: refused since "_s + since));
        QCOMPARE(words::stoppedSentence({own}, now),
                 QString(u"Profit report: an error since "_s + since + u", noted by you"_s));
        QCOMPARE(words::stoppedSentence({orders, own}, now),
                 QString(u"Orders, Profit report: not working since "_s + since));
    }

    void ownWordsArePlainText()
    {
        const AreaReport own
            = report(QString(u"a\nb"_s + QChar(0x202e)), false, AreaSource::Pasted);
        const QString name = words::areaName(own);
        QVERIFY(!name.contains(u'\n') && !name.contains(QChar(0x202e)));
    }

    void aGreenConnectionSaysIt()
    {
        Connection connection;
        connection.state.health = Health::Connected;
        connection.state.verifiedAt = now.addSecs(-180);
        const QString before = words::reason(connection, u"Acme"_s, now);
        connection.areas = {report(u"Orders"_s, false)};
        const QString marked = words::reason(connection, u"Acme"_s, now);
        QVERIFY(marked.startsWith(u"Orders: refused since"_s));
        QVERIFY(before != marked && words::statusWord(connection.state) == u"Active"_s);
    }

    void theHistoryNamesTheArea()
    {
        const QString failed = words::historySentence(
            eventOf(HistoryKind::Failure, areaAction(u"Orders"_s)), u"Acme"_s);
        QVERIFY2(failed.startsWith(u"Orders: "_s) && failed.contains(u"Acme"_s),
                 qPrintable(failed));
        QCOMPARE(words::historySentence(eventOf(HistoryKind::Recovery, areaAction(u"Orders"_s)),
                                        u"Acme"_s),
                 u"Orders: works again at Acme"_s);
        HistoryEvent told = eventOf(HistoryKind::Recovery, areaAction(u"Profit report"_s));
        told.cause = u"told"_s;
        QCOMPARE(words::historySentence(told, u"Acme"_s),
                 u"Profit report: works again, you said"_s);
    }
};

RELINK_TEST(AreaWordsTest)

#include "areawordstest.moc"
