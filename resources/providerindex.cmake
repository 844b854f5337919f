# SPDX-FileCopyrightText: 2026 The Relink developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cmake -DFOLDER=… -DOUTPUT=… -P providerindex.cmake: how each pack in FOLDER is shown, in one small
# file, so that a list of all providers reads that and not every pack.

file(GLOB packs ${FOLDER}/*.json)
set(index "{}")
foreach(pack ${packs})
    file(READ ${pack} json)
    string(JSON id GET "${json}" id)
    set(face "{}")
    foreach(key name category monogram)
        string(JSON value GET "${json}" ${key})
        string(REPLACE "\\" "\\\\" value "${value}")
        string(REPLACE "\"" "\\\"" value "${value}")
        string(JSON face SET "${face}" ${key} "\"${value}\"")
    endforeach()
    string(JSON index SET "${index}" "${id}" "${face}")
endforeach()
file(WRITE ${OUTPUT} "${index}\n")
