// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

// score_corpus FILE…: how well pasted errors are read. A FILE holds one JSON object a line: `text`,
// `expected` (classes, best first), `provider_expected` and `provider_hint` (or `provider`, `hint`
// and `via`), `id`. Prints every miss and then the score; ends with 1 where a text that is no
// authorisation error gets the advice to authorise again.

#include "core/rules/diagnosetext.h"
#include "support/diagnosecorpus.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>

#include <algorithm>
#include <cstdio>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

void print(const QString &line)
{
    std::fprintf(stdout, "%s\n", line.toUtf8().constData());
}

bool isOfAuthorization(const QString &name)
{
    using enum ErrorClass;
    const auto errorClass = errorClassFromString(name).value_or(Unknown);
    return !isTransient(errorClass) && !isKeychain(errorClass) && errorClass != NotAnError
        && errorClass != Unknown;
}

struct Score
{
    int texts = 0;
    int strict = 0;
    int accepted = 0;
    int named = 0; //!< a provider was told
    int toName = 0; //!< there was one to tell
    int rightlyNamed = 0;
    int falseReconnect = 0;

    void judge(const QJsonObject &line)
    {
        const QString text = line["text"_L1].toString();
        const auto either = [&line](const char *one, const char *other) {
            return line[line.contains(QLatin1StringView(one)) ? QLatin1StringView(one)
                                                              : QLatin1StringView(other)]
                .toString();
        };
        const QString hint = either("provider_hint", "hint");
        QString wanted = either("provider_expected", "provider");
        if (line.contains("hint"_L1) && !hint.isEmpty())
            wanted = hint;
        const TextAnswer answer
            = diagnoseText(text, allPacks(), shippedDocumentation(), packNamed(hint),
                           packNamed(line["via"_L1].toString()));
        QStringList expected;
        for (const QJsonValue &each : line["expected"_L1].toArray())
            expected += each.toString();

        const QString got = toString(answer.reading.diagnosis.errorClass);
        const bool isFirst = got == expected.value(0);
        const bool isAccepted = expected.contains(got);
        const bool isRight = answer.reading.provider == wanted;
        const bool asksInVain = answer.reading.diagnosis.action == RecommendedAction::Reauthorize
            && std::none_of(expected.begin(), expected.end(), isOfAuthorization);
        ++texts;
        strict += isFirst;
        accepted += isAccepted;
        named += !answer.reading.provider.isEmpty();
        toName += !wanted.isEmpty();
        rightlyNamed += isRight && !wanted.isEmpty();
        falseReconnect += asksInVain;
        if (isFirst && isRight && !asksInVain)
            return;
        print(u"%1 %2: got %3 by %4, expected %5; provider “%6”, expected “%7”%8\n    %9"_s.arg(
            isFirst          ? (isRight ? u"reconnect"_s : u"provider"_s)
                : isAccepted ? u"second"_s
                             : u"miss"_s,
            line["id"_L1].toString(), got, answer.reading.diagnosis.rule, expected.join(u", "_s),
            answer.reading.provider, wanted, asksInVain ? u"; false reconnect"_s : QString(),
            text.left(300).replace(u'\n', u"⏎"_s)));
    }

    void tell(qint64 milliseconds) const
    {
        const auto share = [](int part, int whole) -> QString {
            return QString::number(whole > 0 ? 100.0 * part / whole : 100.0, 'f', 1) + u" %"_s;
        };
        print(u"texts %1, strict %2, accepted %3, provider precision %4, recall %5, "
              "false reconnect advice %6, %7 ms"_s.arg(texts)
                  .arg(share(strict, texts), share(accepted, texts), share(rightlyNamed, named),
                       share(rightlyNamed, toName))
                  .arg(falseReconnect)
                  .arg(milliseconds));
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList files = application.arguments().mid(1);
    if (files.isEmpty()) {
        std::fprintf(stderr, "score_corpus FILE…\n");
        return 2;
    }
    int falseReconnect = 0;
    for (const QString &file : files) {
        const QList<QJsonObject> lines = jsonLinesOf(file);
        if (lines.isEmpty()) {
            std::fprintf(stderr, "%s holds no texts\n", qPrintable(file));
            return 2;
        }
        print(file);
        Score score;
        QElapsedTimer timer;
        timer.start();
        for (const QJsonObject &line : lines)
            score.judge(line);
        score.tell(timer.elapsed());
        falseReconnect += score.falseReconnect;
    }
    return falseReconnect > 0 ? 1 : 0;
}
