#!/usr/bin/env python3
"""Makes the shipped templates of papers: <language>/<code>.docx.

Run it in this folder: python3 make.py. It needs nothing but Python, writes the
same bytes each time, and takes the Russian names of the fields from
data/form/schema_trip.go. Papers are A4, Arial, no form of another firm: own
forms with the details that the law and the Russian practice ask for (the order
after T-9, the report with the mandatory details of AO-1).
"""
import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
SCHEMA = (HERE / "../../data/form/schema_trip.go").read_text(encoding="utf-8")
FIELD = re.compile(r'Def\{"([^"]+)", "([^"]+)"\}|\{"([^"]+)", "([^"]+)"\}')
RUSSIAN = {a or c: b or d for a, b, c, d in FIELD.findall(SCHEMA)}

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
GREY, HAIR, BACK = "595959", "A6A6A6", "F2F2F2"
MM = 56.7  # twentieths of a point in a millimetre


def named(text, lang):
    """Field names in the language of the paper."""
    def one(m):
        sign, name = m.group(1), m.group(2)
        if name not in RUSSIAN:
            raise SystemExit("no field " + name)
        return "{{" + sign + (RUSSIAN[name] if lang == "ru" else name) + "}}"
    return re.sub(r"\{\{([#?!]?)([a-z_.]+)\}\}", one, text)


def run(text, bold=False, size=None, color=None, italic=False):
    props = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    props += f'<w:color w:val="{color}"/>' if color else ""
    props += f'<w:sz w:val="{round(size * 2)}"/>' if size else ""
    props = f"<w:rPr>{props}</w:rPr>" if props else ""
    parts = []
    for i, piece in enumerate(re.split(r"(\t|\n)", text)):
        if piece == "\t":
            parts.append("<w:tab/>")
        elif piece == "\n":
            parts.append("<w:br/>")
        elif piece:
            parts.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return f"<w:r>{props}{''.join(parts)}</w:r>" if parts else ""


def p(text="", style=None, align=None, before=None, after=None, bold=False, size=None, color=None, keep=False, left=None, fresh=False):
    """A paragraph; **…** is bold in it."""
    props = f'<w:pStyle w:val="{style}"/>' if style else ""
    props += "<w:keepNext/>" if keep else ""
    props += "<w:pageBreakBefore/>" if fresh else ""
    if before is not None or after is not None:
        props += "<w:spacing" + (f' w:before="{before * 20:.0f}"' if before is not None else "") + (f' w:after="{after * 20:.0f}"' if after is not None else "") + "/>"
    props += f'<w:ind w:left="{left * MM:.0f}"/>' if left else ""
    props += f'<w:jc w:val="{align}"/>' if align else ""
    props = f"<w:pPr>{props}</w:pPr>" if props else ""
    runs = "".join(run(t, bold or i % 2 == 1, size, color) for i, t in enumerate(text.split("**")))
    return f"<w:p>{props}{runs}</w:p>"


def cell(content, width, span=1, align=None, fill=None, bold=False, valign=None, borders="", style="Cell", size=None, color=None, keep=False):
    props = f'<w:tcW w:w="{width}" w:type="dxa"/>' + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
    props += f"<w:tcBorders>{borders}</w:tcBorders>" if borders else ""
    props += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    props += f'<w:vAlign w:val="{valign}"/>' if valign else ""
    paras = content if isinstance(content, list) else [content]
    body = "".join(x if x.startswith("<w:p>") else p(x, style, align, bold=bold, size=size, color=color, keep=keep) for x in paras)
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{body}</w:tc>"


def line(side, width=4, color="000000"):
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="{color}"/>'


def table(widths, rows, lines=True, pad=1.4):
    """widths in millimetres; a row is a string of cells."""
    grid = "".join(f'<w:gridCol w:w="{x * MM:.0f}"/>' for x in widths)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "<w:tblBorders>" + "".join(line(s, 4, HAIR) for s in sides) + "</w:tblBorders>" if lines else ""
    margins = f'<w:tblCellMar><w:left w:w="{pad * MM:.0f}" w:type="dxa"/><w:right w:w="{pad * MM:.0f}" w:type="dxa"/></w:tblCellMar>'
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths) * MM:.0f}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>{margins}</w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>")


def row(cells, head=False, height=None):
    props = "<w:cantSplit/>" + (f'<w:trHeight w:val="{height * MM:.0f}" w:hRule="atLeast"/>' if height else "") + ("<w:tblHeader/>" if head else "")
    return f"<w:tr><w:trPr>{props}</w:trPr>{''.join(cells)}</w:tr>"


def facts(pairs, widths=(52, 118)):
    """Rows of a label and a value."""
    w = [round(x * MM) for x in widths]
    return table(widths, [row([cell(a, w[0], color=GREY), cell(b, w[1])]) for a, b in pairs])


def listing(columns, items, total=None):
    """A table with a head and one row that is repeated. columns: (head, mm, align)."""
    w = [round(c[1] * MM) for c in columns]
    rows = [row([cell(c[0], w[i], align="center", fill=BACK, bold=True, valign="center", size=8.5) for i, c in enumerate(columns)], head=True)]
    rows.append(row([cell(x, w[i], align=columns[i][2]) for i, x in enumerate(items)]))
    if total:
        label, values = total
        span = len(columns) - len(values)
        cells = [cell(label, sum(w[:span]), span, "right", bold=True)]
        cells += [cell(v, w[span + i], align=columns[span + i][2], bold=True) for i, v in enumerate(values)]
        rows.append(row(cells))
    return table([c[1] for c in columns], rows)


def signatures(people, lang, width=170, dated=()):
    """Role, a line to sign on, name; the captions stand below the lines."""
    caption = ("подпись", "расшифровка подписи", "дата") if lang == "ru" else ("signature", "name", "date")
    parts = [0.36, 0.03, 0.22, 0.03, 0.36]
    rows = []
    for i, (role, name) in enumerate(people):
        date = i in dated
        share = [0.34, 0.02, 0.2, 0.02, 0.24, 0.02, 0.16] if date else parts
        w = [round(width * MM * x) for x in share]
        top, foot = [], []
        for k, x in enumerate(w):
            under = line("bottom") if k in (2, 4, 6) else ""
            text = role if k == 0 else name if k == 4 else ""
            top.append(cell(text, x, valign="bottom", borders=under, align="center" if k == 4 else None, keep=True))
            label = {2: caption[0], 4: caption[1], 6: caption[2]}.get(k, "")
            foot.append(cell(label, x, style="Caption", align="center", keep=i + 1 < len(people)))
        rows.append(table([x / MM for x in w], [row(top, height=8.5), row(foot)], lines=False, pad=0.4))
    return p(style="Gap", keep=True).join(rows)


def letterhead(t):
    return (p("{{company.full_name}}", "Firm")
            + p("{{?company.inn}}" + t("ИНН {{company.inn}}, КПП {{company.kpp}}", "INN {{company.inn}}, KPP {{company.kpp}}"), "FirmLine")
            + p("{{?company.address}}{{company.address}}", "FirmLine"))


def letterhead_full(t):
    two = [round(x * MM) for x in (120, 50)]
    codes = [row([cell("{{?company.okpo}}" + t("Форма по усмотрению организации. Код по ОКПО", "Own form of the company. OKPO code"), two[0], align="right", color=GREY, size=8),
                  cell("{{company.okpo}}", two[1], align="center", borders="".join(line(s, 4, HAIR) for s in ("top", "left", "bottom", "right")))])]
    return letterhead(t) + table((120, 50), codes, lines=False)


def order(t):
    h = [round(x * MM) for x in (85, 85)]
    return (letterhead_full(t)
            + p(t("ПРИКАЗ № {{doc.number}}", "ORDER No. {{doc.number}}"), "Title")
            + p(t("о направлении работника в командировку", "to send an employee on a business trip"), "Subtitle")
            + table((85, 85), [row([cell("{{company.town}}", h[0]), cell("{{doc.date_long}}", h[1], align="right")])], lines=False, pad=0)
            + p(t("Направить в командировку:", "To be sent on a business trip:"), before=8, after=3, keep=True)
            + facts([
                (t("Фамилия, имя, отчество", "Full name"), "**{{person.name}}**"),
                (t("Табельный номер", "Personnel number"), "{{?person.tab_no}}{{person.tab_no}}"),
                (t("Структурное подразделение", "Department"), "{{?person.department}}{{person.department}}"),
                (t("Должность", "Position"), "{{person.position}}"),
                (t("Место назначения", "Destination"), ["{{trip.place}}", "{{trip.organization}}"]),
                (t("Страна", "Country"), "{{?trip.abroad}}{{trip.country}}"),
                (t("Срок", "Term"), t("календарных дней: {{trip.days}}, с {{trip.from_long}} по {{trip.to_long}}", "calendar days: {{trip.days}}, from {{trip.from_long}} to {{trip.to_long}}")),
                (t("Цель", "Purpose"), "{{trip.purpose}}"),
                (t("Маршрут", "Route"), "{{?trip.route}}{{trip.route}}"),
                (t("Транспорт", "Transport"), "{{?trip.transport}}{{trip.transport}}"),
                (t("За счёт средств", "Paid by"), "{{trip.paid_by}}"),
                (t("Проект", "Project"), "{{?trip.project}}{{trip.project}}"),
                (t("Основание", "Ground"), "{{?trip.basis}}{{trip.basis}}"),
            ])
            + p("{{?estimate.advance}}" + t("Бухгалтерии выдать аванс на командировочные расходы: {{estimate.advance}} руб. ({{estimate.advance_words}}).",
                                            "The accounts department shall pay an advance for the costs of the trip: {{estimate.advance}} roubles ({{estimate.advance_words}})."), before=8, align="both")
            + p("{{?trip.report_due}}" + t("Отчитаться об израсходованных суммах не позднее {{trip.report_due}}", "The sums spent are to be accounted for not later than {{trip.report_due}}"), align="both")
            + p(style="Gap", keep=True)
            + signatures([("{{company.head_position}}", "{{company.head_name}}")], t.lang)
            + p("{{?company.head_authority}}" + t("Действует на основании: {{company.head_authority}}", "Acts on the ground of: {{company.head_authority}}"), "Small", before=2)
            + p(t("С приказом ознакомлен(а):", "I have read this order:"), before=10, after=0, keep=True)
            + signatures([("{{person.position}}", "{{person.short_name}}")], t.lang, dated=(0,)))


def assignment(t):
    return (letterhead(t)
            + p(t("СЛУЖЕБНОЕ ЗАДАНИЕ № {{doc.number}}", "ASSIGNMENT No. {{doc.number}}"), "Title")
            + p(t("для направления в командировку и отчёт о его выполнении, {{doc.date}}", "for a business trip, and the report on it, {{doc.date}}"), "Subtitle")
            + facts([
                (t("Работник", "Employee"), "**{{person.name}}**"),
                (t("Должность, подразделение", "Position, department"), ["{{person.position}}", "{{person.department}}"]),
                (t("Место назначения", "Destination"), ["{{trip.place}}", "{{trip.organization}}"]),
                (t("Срок", "Term"), t("с {{trip.from}} по {{trip.to}}, календарных дней: {{trip.days}}", "{{trip.from}} to {{trip.to}}, calendar days: {{trip.days}}")),
                (t("Цель", "Purpose"), "{{trip.purpose}}"),
                (t("Приказ", "Order"), "{{?trip.order_number}}" + t("№ {{trip.order_number}} от {{trip.order_date}}", "No. {{trip.order_number}} of {{trip.order_date}}")),
                (t("Основание", "Ground"), "{{?trip.basis}}{{trip.basis}}"),
            ])
            + p(t("Содержание задания", "What is to be done"), "Heading1")
            + p("{{?task.text}}{{task.text}}", align="both")
            + listing([("№", 9, "center"), (t("Задание", "Task"), 66, None), (t("Ожидаемый результат", "Expected result"), 42, None), (t("Отметка о выполнении", "Mark of execution"), 53, None)],
                      ["{{#tasks}}{{task.n}}", "{{task.what}}", "{{task.expected}}", "{{task.result}}"])
            + p(style="Gap", keep=True)
            + signatures([("{{boss.position}}", "{{boss.name}}"), ("{{person.position}}", "{{person.short_name}}")], t.lang, dated=(0, 1))
            + p(t("Краткий отчёт о выполнении задания", "Short report on the assignment"), "Heading1")
            + p("{{?task.report}}{{task.report}}", align="both")
            + table((170,), [row([cell("{{!task.report}}", round(170 * MM), borders=line("bottom", 4, HAIR))], height=8)] * 3, lines=False)
            + p(t("Заключение руководителя о выполнении задания:", "Conclusion of the manager:"), before=6, keep=True)
            + table((170,), [row([cell("", round(170 * MM), borders=line("bottom", 4, HAIR), keep=True)], height=8), row([cell("", round(170 * MM), borders=line("bottom", 4, HAIR), keep=True)], height=8)], lines=False)
            + p(style="Gap", keep=True)
            + signatures([("{{person.position}}", "{{person.short_name}}"), ("{{boss.position}}", "{{boss.name}}")], t.lang, dated=(0, 1)))


def estimate(t):
    return (letterhead(t)
            + p(t("СМЕТА РАСХОДОВ НА КОМАНДИРОВКУ № {{doc.number}}", "ESTIMATE OF THE TRIP No. {{doc.number}}"), "Title")
            + p(t("от {{doc.date}}", "of {{doc.date}}"), "Subtitle")
            + facts([
                (t("Работник", "Employee"), "**{{person.name}}**"),
                (t("Должность, подразделение", "Position, department"), ["{{person.position}}", "{{person.department}}"]),
                (t("Место назначения", "Destination"), ["{{trip.place}}", "{{trip.organization}}"]),
                (t("Срок", "Term"), t("с {{trip.from}} по {{trip.to}}, календарных дней: {{trip.days}}", "{{trip.from}} to {{trip.to}}, calendar days: {{trip.days}}")),
                (t("Цель", "Purpose"), "{{trip.purpose}}"),
                (t("Приказ", "Order"), "{{?trip.order_number}}" + t("№ {{trip.order_number}} от {{trip.order_date}}", "No. {{trip.order_number}} of {{trip.order_date}}")),
                (t("За счёт средств", "Paid by"), "{{trip.paid_by}}"),
            ])
            + p(style="Gap")
            + listing([("№", 9, "center"), (t("Статья затрат", "Cost item"), 62, None), (t("Количество", "Quantity"), 24, "right"), (t("Цена, руб.", "Price, roubles"), 24, "right"), (t("Сумма, руб.", "Sum, roubles"), 26, "right"), (t("Примечание", "Note"), 25, None)],
                      ["{{#costs}}{{cost.n}}", "{{cost.what}}", "{{cost.count}}", "{{cost.price}}", "{{cost.sum}}", "{{cost.note}}"],
                      (t("Итого", "Total"), ["{{estimate.total}}", ""]))
            + p(t("Всего: {{estimate.total_words}}.", "In all: {{estimate.total_words}}."), before=8)
            + p("{{?estimate.advance}}" + t("Прошу выдать аванс: **{{estimate.advance}} руб.** ({{estimate.advance_words}}).", "Please pay an advance of **{{estimate.advance}} roubles** ({{estimate.advance_words}})."))
            + p("{{?estimate.note}}{{estimate.note}}", color=GREY)
            + p(style="Gap", keep=True)
            + signatures([(t("Составил(а): {{person.position}}", "Made by: {{person.position}}"), "{{person.short_name}}"),
                          (t("Согласовано: {{boss.position}}", "Agreed: {{boss.position}}"), "{{boss.name}}"),
                          (t("Утверждаю: {{company.head_position}}", "Approved: {{company.head_position}}"), "{{company.head_name}}")], t.lang))


def advance_report(t):
    a, b = 92, 78
    w = [round(x * MM) for x in (a, b)]
    approve = [
        p(t("УТВЕРЖДАЮ", "APPROVED"), "Cell", "right", bold=True),
        p("{{?report.accepted}}" + t("Отчёт в сумме {{report.accepted}} руб.", "Report of {{report.accepted}} roubles"), "Cell", "right"),
        p("{{report.accepted_words}}", "Cell", "right"),
        p("{{!report.accepted}}" + t("Отчёт в сумме ______________ руб.", "Report of ______________ roubles"), "Cell", "right"),
        p("{{company.head_position}}", "Cell", "right"),
        p("_______________ {{company.head_name}}", "Cell", "right", before=8),
        p(t("Дата: {{report.approved_on}}", "Date: {{report.approved_on}}"), "Cell", "right"),
    ]
    # In a cell a condition would take the row away, so both faces stand as rows.
    def face(lines):
        return row([cell([p("{{company.full_name}}", "Firm"), p(t("ИНН {{company.inn}}, ОКПО {{company.okpo}}", "INN {{company.inn}}, OKPO {{company.okpo}}"), "FirmLine"), p("{{person.department}}", "Cell", before=6)], w[0]),
                    cell(lines, w[1])])
    top = table((a, b), [face([approve[0], approve[1], approve[2], approve[4], approve[5], approve[6]]),
                         face([approve[0], approve[3], approve[4], approve[5], p(t("«___» ______________ 20___ г.", "Date: ____________________"), "Cell", "right")])], lines=False, pad=0)
    money = [("{{?report.prev_balance}}", t("Предыдущий аванс: остаток", "Previous advance: rest"), "{{report.prev_balance}}"),
             ("{{?report.prev_overspend}}", t("Предыдущий аванс: перерасход", "Previous advance: overspent"), "{{report.prev_overspend}}"),
             ("", t("Получен аванс", "Advance received"), "{{report.received}}"),
             ("{{?report.received_by}}", "{{report.received_by}}", ""),
             ("", t("Итого получено", "Received in all"), "{{report.total_received}}"),
             ("", t("Израсходовано", "Spent"), "{{report.spent}}"),
             ("{{?report.balance}}", t("**Остаток**", "**Rest**"), "**{{report.balance}}**"),
             ("{{?report.overspend}}", t("**Перерасход**", "**Overspent**"), "**{{report.overspend}}**")]
    m = [round(x * MM) for x in (120, 50)]
    sums = table((120, 50), [row([cell(t("Показатель", "Item"), m[0], fill=BACK, bold=True, size=8.5, align="center"), cell(t("Сумма, руб.", "Sum, roubles"), m[1], fill=BACK, bold=True, size=8.5, align="center")], head=True)]
                 + [row([cell(c + x, m[0]), cell(y, m[1], align="right")]) for c, x, y in money])
    receipt = (p("- " * 60, "Cut")
               + p(t("РАСПИСКА", "RECEIPT"), align="center", bold=True, keep=True)
               + p(t("Принят к проверке авансовый отчёт № {{doc.number}} от {{doc.date}}. Подотчётное лицо: {{person.name}}. Израсходовано: {{report.spent}} руб. ({{report.spent_words}}). Документов: {{report.docs_count}}, листов: {{report.sheets_count}}.",
                     "Advance report No. {{doc.number}} of {{doc.date}} was taken to be checked. Accountable person: {{person.name}}. Spent: {{report.spent}} roubles ({{report.spent_words}}). Documents: {{report.docs_count}}, sheets: {{report.sheets_count}}."), align="both", keep=True)
               + signatures([(t("Бухгалтер", "Accountant"), "")], t.lang, dated=(0,)))
    return (top
            + p(t("АВАНСОВЫЙ ОТЧЁТ № {{doc.number}}", "ADVANCE REPORT No. {{doc.number}}"), "Title")
            + p(t("от {{doc.date_long}}", "of {{doc.date_long}}"), "Subtitle")
            + facts([
                (t("Подотчётное лицо", "Accountable person"), "**{{person.name}}**"),
                (t("Табельный номер", "Personnel number"), "{{person.tab_no}}"),
                (t("Должность", "Position"), "{{person.position}}"),
                (t("Назначение аванса", "Purpose of the advance"), "{{report.purpose}}"),
                (t("Командировка", "Trip"), t("{{trip.place}}, {{trip.organization}}, с {{trip.from}} по {{trip.to}}", "{{trip.place}}, {{trip.organization}}, {{trip.from}} to {{trip.to}}")),
                (t("Приказ", "Order"), "{{?trip.order_number}}" + t("№ {{trip.order_number}} от {{trip.order_date}}", "No. {{trip.order_number}} of {{trip.order_date}}")),
            ])
            + p(style="Gap") + sums
            + p(t("Приложение: документов — {{report.docs_count}}, листов — {{report.sheets_count}}.", "Enclosed: documents {{report.docs_count}}, sheets {{report.sheets_count}}."), before=8)
            + p("{{?report.accepted}}" + t("Отчёт проверен. К утверждению в сумме: {{report.accepted}} руб. ({{report.accepted_words}}).", "The report was checked. To be approved: {{report.accepted}} roubles ({{report.accepted_words}})."), align="both")
            + p("{{!report.accepted}}" + t("Отчёт проверен. К утверждению в сумме: ______________ руб. (____________________________________).", "The report was checked. To be approved: ______________ roubles (____________________________________)."))
            + p("{{?report.balance}}" + t("Остаток к возврату: {{report.balance}} руб. ({{report.balance_words}}).", "Rest to be returned: {{report.balance}} roubles ({{report.balance_words}})."))
            + p("{{?report.overspend}}" + t("Перерасход к выплате: {{report.overspend}} руб. ({{report.overspend_words}}).", "Overspending to be paid: {{report.overspend}} roubles ({{report.overspend_words}})."))
            + p("{{?report.settled_by}}" + t("Расчёт закрыт: {{report.settled_by}}.", "Settled by: {{report.settled_by}}."))
            + p(style="Gap", keep=True)
            + signatures([(t("Главный бухгалтер", "Chief accountant"), "{{company.accountant}}"), ("{{company.head_position}}", "{{company.head_name}}")], t.lang)
            + receipt
            + p(t("Документы, подтверждающие расходы", "Documents of the expenses"), "Heading1", fresh=True)
            + listing([("№", 9, "center"), (t("Дата", "Date"), 23, "center"), (t("Номер", "Number"), 26, None), (t("Наименование документа (расхода)", "Document (expense)"), 58, None), (t("Сумма по отчёту, руб.", "Sum reported, roubles"), 27, "right"), (t("Сумма, принятая к учёту, руб.", "Sum accepted, roubles"), 27, "right")],
                      ["{{#expenses}}{{expense.n}}", "{{expense.date}}", "{{expense.number}}", "{{expense.name}}", "{{expense.sum}}", "{{expense.accepted}}"],
                      (t("Итого", "Total"), ["{{report.spent}}", "{{report.accepted}}"]))
            + p(t("Израсходовано: {{report.spent_words}}.", "Spent: {{report.spent_words}}."), before=8, keep=True)
            + p(style="Gap", keep=True)
            + signatures([(t("Подотчётное лицо", "Accountable person"), "{{person.short_name}}")], t.lang, dated=(0,)))


def addressee(t):
    left = 95
    return (p("{{company.head_position}}", left=left, after=0) + p("{{company.name}}", left=left, after=0) + p("{{company.head_name}}", left=left, after=4)
            + p(t("от: {{person.position_genitive}}", "from: {{person.position}}"), left=left, after=0) + p(t("{{person.name_genitive}}", "{{person.name}}"), left=left, after=0)
            + p("{{?person.department}}{{person.department}}", left=left, after=0))


def memo(t):
    return (addressee(t)
            + p(t("СЛУЖЕБНАЯ ЗАПИСКА", "MEMO"), "Title")
            + p(t("об утрате проездного документа, {{doc.date}}", "on a lost travel document, {{doc.date}}"), "Subtitle")
            + p(t("В командировке ({{trip.place}}, {{trip.organization}}, с {{trip.from}} по {{trip.to}}) мною утрачен проездной документ:",
                  "On a business trip ({{trip.place}}, {{trip.organization}}, {{trip.from}} to {{trip.to}}) I lost a travel document:"), align="both", keep=True)
            + facts([
                (t("Приказ", "Order"), "{{?trip.order_number}}" + t("№ {{trip.order_number}} от {{trip.order_date}}", "No. {{trip.order_number}} of {{trip.order_date}}")),
                (t("Маршрут", "Route"), "{{memo.route}}"),
                (t("Дата поездки", "Day of the journey"), "{{memo.date}}"),
                (t("Номер билета", "Ticket number"), "{{?memo.ticket}}{{memo.ticket}}"),
                (t("Перевозчик", "Carrier"), "{{?memo.carrier}}{{memo.carrier}}"),
                (t("Стоимость, руб.", "Price, roubles"), "{{?memo.sum}}{{memo.sum}}"),
                (t("Обстоятельства утраты", "How it was lost"), "{{memo.reason}}"),
            ])
            + p(t("Прошу считать фактический срок пребывания в командировке подтверждённым: {{memo.proof}}.", "Please take the actual term of the trip as proved by: {{memo.proof}}."), before=8, align="both")
            + p("{{?memo.sum}}" + t("Прошу принять к учёту стоимость проезда.", "Please accept the price of the journey."))
            + p(style="Gap", keep=True)
            + signatures([("{{person.position}}", "{{person.short_name}}")], t.lang, dated=(0,))
            + p(t("Решение руководителя:", "Decision of the head:"), before=10, keep=True)
            + signatures([("{{company.head_position}}", "{{company.head_name}}")], t.lang, dated=(0,)))


def car_memo(t):
    return (addressee(t)
            + p(t("СЛУЖЕБНАЯ ЗАПИСКА", "MEMO"), "Title")
            + p(t("о поездке на автомобиле, {{doc.date}}", "on a journey by car, {{doc.date}}"), "Subtitle")
            + p(t("В командировку ({{trip.place}}, {{trip.organization}}) я ездил(а) на автомобиле. Фактический срок пребывания: с {{trip.from}} по {{trip.to}}, календарных дней: {{trip.days}}.",
                  "I travelled by car to {{trip.place}}, {{trip.organization}}. Actual term of the trip: {{trip.from}} to {{trip.to}}, calendar days: {{trip.days}}."), align="both")
            + facts([
                (t("Автомобиль", "Car"), t("{{car.model}}, гос. номер {{car.plate}}", "{{car.model}}, plate {{car.plate}}")),
                (t("Владелец", "Owner"), "{{?car.owner}}{{car.owner}}"),
                (t("Приказ", "Order"), "{{?trip.order_number}}" + t("№ {{trip.order_number}} от {{trip.order_date}}", "No. {{trip.order_number}} of {{trip.order_date}}")),
                (t("Цель", "Purpose"), "{{trip.purpose}}"),
            ])
            + p(style="Gap")
            + listing([("№", 9, "center"), (t("Дата", "Date"), 23, "center"), (t("Откуда", "From"), 36, None), (t("Куда", "To"), 36, None), (t("Цель выезда", "Purpose"), 44, None), (t("Пробег, км", "Kilometres"), 22, "right")],
                      ["{{#drives}}{{drive.n}}", "{{drive.date}}", "{{drive.from}}", "{{drive.to}}", "{{drive.purpose}}", "{{drive.km}}"],
                      (t("Итого", "Total"), ["{{car.km}}"]))
            + p("{{?car.fuel}}" + t("Расходы на топливо: {{car.fuel}} руб.", "Cost of fuel: {{car.fuel}} roubles."), before=8)
            + p("{{?car.papers}}" + t("Приложены: {{car.papers}}.", "Enclosed: {{car.papers}}."))
            + p(style="Gap", keep=True)
            + signatures([("{{person.position}}", "{{person.short_name}}"), ("{{boss.position}}", "{{boss.name}}")], t.lang, dated=(0, 1)))


def keeper(t):
    return p(style="Gap", keep=True) + signatures([(t("Журнал ведёт: {{journal.keeper_position}}", "Kept by: {{journal.keeper_position}}"), "{{journal.keeper_name}}")], t.lang, width=170)


def local_trips(t):
    return (p("{{?company.name}}{{company.name}}", "Firm")
            + p(t("ЖУРНАЛ МЕСТНЫХ КОМАНДИРОВОК", "JOURNAL OF LOCAL TRIPS"), "Title")
            + p("{{journal.period}}", "Subtitle")
            + p("{{?journal.department}}" + t("Подразделение: {{journal.department}}", "Department: {{journal.department}}"))
            + listing([("№", 9, "center"), (t("Дата", "Date"), 23, "center"), (t("Фамилия, инициалы", "Name"), 36, None), (t("Время ухода", "Left at"), 17, "center"), (t("Время возвра-\nщения", "Back at"), 17, "center"), (t("Организация, адрес", "Organisation, address"), 62, None), (t("Цель, к кому, телефон", "Purpose, whom, telephone"), 62, None), (t("Подпись", "Signature"), 31, None)],
                      ["{{#visits}}{{visit.n}}", "{{visit.date}}", "{{visit.person}}", "{{visit.left}}", "{{visit.back}}", ["{{visit.organization}}", "{{visit.address}}"], ["{{visit.purpose}}", "{{visit.contact}}"], ""])
            + keeper(t))


def journal(t):
    return (p("{{company.full_name}}", "Firm")
            + p(t("ЖУРНАЛ УЧЁТА РАБОТНИКОВ, ВЫБЫВАЮЩИХ В КОМАНДИРОВКИ", "JOURNAL OF DEPARTURES AND ARRIVALS"), "Title")
            + p(t("с {{journal.from}} по {{journal.to}}", "{{journal.from}} to {{journal.to}}"), "Subtitle")
            + listing([("№", 9, "center"), (t("Фамилия, имя, отчество", "Full name"), 52, None), (t("Приказ, №", "Order No."), 24, "center"), (t("Дата приказа", "Date of the order"), 23, "center"), (t("Организация", "Organisation"), 48, None), (t("Пункт назначения", "Destination"), 33, None), (t("Дата выбытия", "Departure"), 23, "center"), (t("Дата прибытия", "Arrival"), 23, "center"), (t("Примечание", "Note"), 22, None)],
                      ["{{#departures}}{{departure.n}}", "{{departure.person}}", "{{departure.order_number}}", "{{departure.order_date}}", "{{departure.organization}}", "{{departure.place}}", "{{departure.left}}", "{{departure.back}}", "{{departure.note}}"])
            + keeper(t))


PAPERS = {  # code: (maker, across, page numbers, title)
    "order": (order, False, False, ("Приказ о направлении в командировку", "Travel order")),
    "assignment": (assignment, False, True, ("Служебное задание", "Assignment")),
    "estimate": (estimate, False, True, ("Смета командировки", "Estimate of the trip")),
    "advance-report": (advance_report, False, True, ("Авансовый отчёт", "Advance report")),
    "memo": (memo, False, False, ("Служебная записка об утрате билета", "Memo on a lost ticket")),
    "car-memo": (car_memo, False, True, ("Служебная записка о поездке на автомобиле", "Memo on a journey by car")),
    "local-trips": (local_trips, True, True, ("Журнал местных командировок", "Journal of local trips")),
    "journal": (journal, True, True, ("Журнал выбытия и прибытия", "Journal of departures and arrivals")),
}


def style(code, name, size, spacing, extra="", run_extra="", kind="paragraph", based="Normal", default=False):
    base = "" if default else f'<w:basedOn w:val="{based}"/>'
    return (f'<w:style w:type="{kind}"{" w:default=" + chr(34) + "1" + chr(34) if default else ""} w:styleId="{code}"><w:name w:val="{name}"/>{base}<w:qFormat/>'
            f'<w:pPr>{extra.split("|")[0]}{spacing}{"".join(extra.split("|")[1:])}</w:pPr><w:rPr>{run_extra}<w:sz w:val="{round(size * 2)}"/></w:rPr></w:style>')


def styles(lang):
    def sp(before, after, single=264):
        return f'<w:spacing w:before="{before * 20:.0f}" w:after="{after * 20:.0f}" w:line="{single}" w:lineRule="auto"/>'
    grey = f'<w:color w:val="{GREY}"/>'
    return (HEAD + f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="20"/><w:lang w:val="{"ru-RU" if lang == "ru" else "en-GB"}"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
            + style("Normal", "Normal", 10, sp(0, 5), default=True)
            + style("Title", "Title", 13, sp(18, 2), "<w:keepNext/>|<w:jc w:val=\"center\"/>", "<w:b/>")
            + style("Subtitle", "Subtitle", 10, sp(0, 12), "<w:keepNext/>|<w:jc w:val=\"center\"/>", grey)
            + style("Heading1", "heading 1", 10.5, sp(14, 5), "<w:keepNext/>", "<w:b/>")
            + style("Firm", "Firm", 10.5, sp(0, 1, 240), "", "<w:b/>")
            + style("FirmLine", "Firm Line", 8.5, sp(0, 1, 240), "", grey)
            + style("Cell", "Table Cell", 9.5, sp(2, 2, 240))
            + style("Caption", "caption", 7, sp(0, 0, 240), "", grey)
            + style("Small", "Small", 8.5, sp(0, 4, 240), "", grey)
            + style("Gap", "Gap", 6, sp(0, 4, 240))
            + style("Cut", "Cut Line", 7, sp(14, 6, 240), "<w:keepNext/>|<w:jc w:val=\"center\"/>", grey)
            + "</w:styles>")


def footer(lang):
    def fld(code):
        return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ' + code + ' </w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')
    a, b = ("Страница ", " из ") if lang == "ru" else ("Page ", " of ")
    return HEAD + f'<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Small"/><w:jc w:val="right"/></w:pPr>{run(a)}{fld("PAGE")}{run(b)}{fld("NUMPAGES")}</w:p></w:ftr>'


def package(code, lang):
    maker, across, numbered, titles = PAPERS[code]

    def t(ru, en):
        return ru if lang == "ru" else en
    t.lang = lang
    body = named(maker(t), lang)
    w, h = (16838, 11906) if across else (11906, 16838)
    margin = {"top": 20, "right": 20 if across else 15, "bottom": 15, "left": 20 if across else 25}
    margins = " ".join(f'w:{k}="{v * MM:.0f}"' for k, v in margin.items())
    section = ('<w:sectPr>' + ('<w:footerReference w:type="default" r:id="rId3"/>' if numbered else "")
               + f'<w:pgSz w:w="{w}" w:h="{h}"' + (' w:orient="landscape"' if across else "") + f'/><w:pgMar {margins} w:header="567" w:footer="425" w:gutter="0"/></w:sectPr>')
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ct = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    files = {
        "[Content_Types].xml": HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{ct}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{ct}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="{ct}.settings+xml"/>'
        + (f'<Override PartName="/word/footer1.xml" ContentType="{ct}.footer+xml"/>' if numbered else "")
        + '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": HEAD + f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{rel}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "word/document.xml": HEAD + f"<w:document {W}><w:body>{body}{section}</w:body></w:document>",
        "word/_rels/document.xml.rels": HEAD + f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{rel}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{rel}/settings" Target="settings.xml"/>'
        + (f'<Relationship Id="rId3" Type="{rel}/footer" Target="footer1.xml"/>' if numbered else "") + "</Relationships>",
        "word/styles.xml": styles(lang),
        "word/settings.xml": HEAD + f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>',
    }
    if numbered:
        files["word/footer1.xml"] = footer(lang)
    files["docProps/core.xml"] = HEAD + f'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(t(*titles))}</dc:title></cp:coreProperties>'
    return files


def main():
    for lang in ("ru", "en"):
        (HERE / lang).mkdir(exist_ok=True)
        for code in PAPERS:
            with zipfile.ZipFile(HERE / lang / (code + ".docx"), "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z:
                for name, text in package(code, lang).items():
                    info = zipfile.ZipInfo(name, (2026, 11, 24, 0, 0, 0))
                    info.compress_type = zipfile.ZIP_DEFLATED
                    info.create_system = 0
                    z.writestr(info, text.encode("utf-8"))


if __name__ == "__main__":
    main()
