// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/toldstatuses.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

//! Beside a word that says so: "status: 401", "HTTP/1.1 401", "401 Unauthorized", "(401)".
const QRegularExpression &reported()
{
    static const QRegularExpression pattern(
        uR"(\bhttp/[0-9.]+["']? (\d{3})\b)"
        uR"(|\b(?:(?:http )?(?:status|response|(?<!account |product |nominal |article |country |currency |discount |location |tax |vat |item |bank |zip |postal )code)(?: ?code)?|error ?code|statuscode|httpcode|http|err)"
        uR"(|returned|returns|answered|responded|failed with|response|received|got|error|errors?\[0\])"
        uR"(|fehler|erreur|statut|fout|estado|codigo|foutcode|fehlercode)["')\]]*(?: (?:code|error|status|response))*["')\]]*)"
        uR"(\s*(?:[:=>]|=>|of|was|is|with|an?|int| )*\s*[\["'(<]*(\d{3})\b(?!\.?\d|:\d))"
        uR"(|(?<![\w.:/-])(\d{3})["')\]]*[ :,-]{1,3}\(?["']?(?:unauthori|forbidden|bad request|no autoriz|niet|nicht|non)"
        uR"(|not found|too many|internal server|bad gateway|service unav|service temp|gateway time)"
        uR"(|payment req|proxy auth|client error|server error|error|method not|conflict|gone|api)"
        uR"(|precondition|unprocess|request time|http))"
        uR"(|\((\d{3})\)|\[(\d{3})\]|^["']?(\d{3})\b)"
        uR"(|\b(?:get|post|put|patch|delete) /?(?:[^\s"]+ ){1,4}?(?:http/[\d.]+ )?\W{0,4}(\d{3})\b)"_s);
    return pattern;
}

//! As people tell it: "I keep getting a 401", "forbidden 403".
const QRegularExpression &toldOf()
{
    static const QRegularExpression pattern(
        uR"(\b(?:says|said|saying|shows|showing|giv(?:es|ing)|throw(?:s|n|ing)|gets?|getting|seeing|sees)"
        uR"(|repl(?:y|ies|ied)|hitting|meldet|zeigt|bekommen?|erhalten?|renvoie|affiche|geeft|krijgen?|muestra))"
        uR"( (?:(?:an?|the|just|only|me|us|einen?|une?|een|http|constant|random) ){0,3}["'(]*)"
        uR"(((?:4[0-2]\d|50[0-4])(?=s?["')\]]*(?: *$|[.,;:!?|<](?!\d)| (?:-|from|when|whenever|while|on|for|in|at|since)"
        uR"(|again|every|if|after|with|errors?|and|but|or|by|now|all|back|instead|von|bei|de|van)\b))))"
        uR"(|\b(?:unauthorized|forbidden|unsuccessful|access denied) \(?(40[13])\b(?![.:/]?\d))"_s);
    return pattern;
}

//! At the very beginning, behind a name and before nothing or a complaint: "Acme: 401".
const QRegularExpression &headed()
{
    static const QRegularExpression pattern(
        uR"(^["'(\[]*((?:[a-z][\w.&'/-]*:? ){1,3}?)\(?(40[1237]|423|429|498|50[234])\b)"
        uR"((?=["')\]]*(?: *$| ?[.;!|<({\[](?!\d)|[,:](?!\d)| -| \d{4,}\b| (?:errors?|unauth\w*|forbid\w*|access|tokens?|user|invalid)"
        uR"(|expired?|locked|denied|no|not|api|app|client|key|when|while|on|from|after|since|for|with|again|every|at)"
        uR"(|permissions?|rate|payment|missing|wrong|refresh|login|log|sign|authenti\w*|authori\w*|session|account)"
        uR"(|service|in|during|but|and|response|status|scopes?|consumer|the|this|your|my)\b)))"_s);
    return pattern;
}

//! Words before a number that counts or names something.
bool namesAThing(const QString &words)
{
    static const QRegularExpression thing(
        uR"(\b(?:orders?|invoices?|bills?|items?|products?|skus?|rows?|lines?|pages?|rooms?|suites?|flat|apartment)"
        uR"(|units?|no|nr|numbers?|num|ids?|ports?|batch|jobs?|tickets?|customers?|accounts?|lots?|box|bin|shelf|stores?)"
        uR"(|branch|location|channel|route|version|build|chapter|section|table|articles?|payments?|shipments?|parcels?)"
        uR"(|transactions?|refunds?|po|so|stock|level|size|model|ref|reference|records?|entry|entries|step|test|case|fields?)"
        uR"(|issue|question|rule|rechnung|bestellung|auftrag|kunde|artikel|seite|zeile|facture|commande|ligne|factura|pedido)"
        uR"(|factuur|bestelling|about|total|of|sum|amount|qty|quantity|exported|imported|processed|sent|sold|shipped|created)"
        uR"(|updated|deleted|skipped|synced|loaded|wrote|to|took|than|only|left|all)\b)"_s);
    return thing.match(words).hasMatch();
}

} // namespace

bool isHttpStatus(int number)
{
    return number == 200 || number == 201 || number == 204 || (number >= 400 && number <= 418)
        || (number >= 421 && number <= 431) || number == 440 || number == 451 || number == 498
        || number == 499 || (number >= 500 && number <= 511) || (number >= 520 && number <= 530);
}

QList<int> statusesIn(const QString &text)
{
    QList<std::pair<qsizetype, int>> found;
    const auto add = [&found](const QRegularExpressionMatch &match) {
        const int group = match.lastCapturedIndex();
        const int status = match.captured(group).toInt();
        const std::pair at {match.capturedStart(group), status};
        if (isHttpStatus(status) && !found.contains(at))
            found += at;
    };
    for (const QRegularExpression *pattern : {&reported(), &toldOf()}) {
        auto matches = pattern->globalMatch(text);
        while (matches.hasNext())
            add(matches.next());
    }
    const QRegularExpressionMatch head = headed().match(text);
    if (head.hasMatch() && !namesAThing(head.captured(1)))
        add(head);
    std::sort(found.begin(), found.end());
    QList<int> statuses;
    for (const auto &[at, status] : std::as_const(found))
        statuses += status;
    return statuses;
}

} // namespace relink
