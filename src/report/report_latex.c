/* Writes the report for LaTeX: one file for each section, table, figure and list of verdicts, and one document that
 * includes them all. */
#include "base/arena.h"
#include "base/system/file.h"
#include "report/markup.h"
#include "report/report_internal.h"
#include <stdlib.h>
#include <string.h>

#define HEAD  "%% Written by normlab report; the packages that it needs are in report.tex.\n"
#define PLOTS "\\providecommand{\\normlabplots}{../../plots}\n"

/* Writes `text` to <name>.tex in the report's folder, unless an earlier write failed. Sets w->bad when this one
 * fails. Clears text and frees name. */
static void put(struct report_writer *w, char *name, struct text *text)
{
    char *folder = report_latex_folder(w->report->root);
    char *path = format_new("%s/%s.tex", folder, name);

    if (!w->bad)
        w->bad = file_write(path, text_str(text), text->length);
    text_clear(text);
    free(path);
    free(folder);
    free(name);
}

/* ---- the document ---- */

static const char preamble[] =
    "\\documentclass[10pt]{article}\n"
    "\\usepackage[T1]{fontenc}\n"
    "\\usepackage[utf8]{inputenc}\n"
    "\\usepackage{textcomp,lmodern}\n"
    "\\usepackage[a4paper,margin=2.2cm]{geometry}\n"
    "\\usepackage{booktabs,longtable,graphicx}\n"
    "\\usepackage[export]{adjustbox}\n"
    "\\usepackage[hidelinks]{hyperref}\n"
    "\\title{What normalization layers do: claims put to the test}\n"
    "\\author{normlab}\n"
    "\\begin{document}\n\\maketitle\n"
    "\\noindent Each claim of the literature is restated as comparisons of two settings. Both are trained several times\n"
    "from different random seeds. Supported: the whole 95\\,\\% interval of the mean difference agrees with the claim.\n"
    "Refuted: the whole interval contradicts it. Inconclusive: the interval holds values on both sides of the\n"
    "margin. A star marks a verdict that does not hold when $p$ is corrected for the number of comparisons.\n\n";

static void begin(struct report_writer *w, const struct report_totals *totals)
{
    char *folder = report_latex_folder(w->report->root);

    (void)totals;
    w->bad = folder_make(folder);
    if (!w->bad)
        folder_sweep(folder); /* removes temporary files of runs that no longer exist */
    text_add(&w->document, "%s", preamble);
    free(folder);
}

static void end(struct report_writer *w)
{
    text_add(&w->document, "\\end{document}\n");
    put(w, xstrdup("report"), &w->document);
}

static void add_heading(struct report_writer *w, const char *text)
{
    text_add(&w->out, "\\subsection*{%s}\n", text);
}

static void add_paragraph(struct report_writer *w, const char *text)
{
    latex_add(&w->out, text);
    text_add(&w->out, "\n\n");
}

static void add_with_sources(struct text *out, const char *text, const char *sources)
{
    latex_add(out, text);
    text_add(out, " [");
    latex_add(out, sources);
    text_add(out, "]");
}

/* ---- the ledger ---- */

static void ledger_begin(struct report_writer *w)
{
    text_add(
        &w->out, HEAD
        "\\begin{longtable}{@{}p{0.66\\linewidth}p{0.3\\linewidth}@{}}\n"
        "\\toprule\nclaim & comparisons \\\\\n\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n");
}

static void ledger_unanswered(struct report_writer *w)
{
    text_add(&w->out, "\\midrule\n\\multicolumn{2}{@{}l}{Without results here} \\\\\n\\midrule\n");
}

static void add_row(struct report_writer *w, const struct report_row *row)
{
    struct text counts = {0};

    text_add(&w->out, "\\textbf{");
    latex_add(&w->out, row->row->id);
    text_add(&w->out, "}: ");
    add_with_sources(&w->out, row->row->text, row->row->from);
    for (int i = 0; i < row->counts; i++)
        text_add_item(&counts, ", ", "%s", row->count[i].words);
    text_add(&w->out, " & %s \\\\\n", text_str(&counts));
    text_clear(&counts);
}

static void ledger_end(struct report_writer *w)
{
    text_add(&w->out, "\\end{longtable}\n");
    put(w, xstrdup("ledger"), &w->out);
    text_add(&w->document, "\\input{ledger}\n");
}

/* ---- sections ---- */

static void section_begin(struct report_writer *w, const struct report_section *s)
{
    text_add(&w->out, HEAD "\\section{");
    latex_add(&w->out, s->plan->title);
    text_add(&w->out, "}\n");
}

static void add_term(struct text *out, const char *name, const char *words, bool code)
{
    text_add(out, "\\item[{"); /* a ']' in the name ends nothing within braces */
    latex_add(out, name);
    text_add(out, "}] ");
    if (code)
        latex_add_code(out, words);
    else
        latex_add(out, words);
    text_add(out, "\n");
}

static void add_setup(struct report_writer *w, const struct description *d)
{
    text_add(&w->out, "\\begin{description}\\raggedright\n");
    for (int i = 0; i < d->lines; i++)
        add_term(&w->out, d->line[i].name, d->line[i].words,
                 strcmp(d->line[i].name, "network") == 0);
    text_add(&w->out, "\\end{description}\n");
}

/* Adds how verdicts are reached to the document; this is its last part before the sections. */
static void add_method(struct report_writer *w)
{
    text_add(&w->document, "\\section*{How the verdicts are reached}\n\\begin{description}\n");
    for (int i = 0; report_method[i].term; i++)
        add_term(&w->document, report_method[i].term, report_method[i].words, false);
    text_add(&w->document, "\\end{description}\n\\clearpage\n");
}

static void add_figure(struct report_writer *w, const char *experiment,
                       const struct report_figure *f)
{
    struct text *out = &w->included;

    text_add(out,
             HEAD PLOTS
             "\\begin{figure}[htbp]\n\\centering\n"
             "\\includegraphics[max width=\\linewidth]{\\normlabplots/%s/%s.pdf}\n\\caption{",
             experiment, f->name);
    latex_add(out, f->title);
    text_add(out, ".}\n\\end{figure}\n");
    put(w, format_new("%s_%s", experiment, f->name), out);
    text_add(&w->out, "\\input{%s_%s}\n", experiment, f->name);
}

static void add_figures(struct report_writer *w, const struct report_section *s, int first, int end)
{
    for (int i = first; i < end; i++)
        if (s->figure[i].drawn)
            add_figure(w, s->plan->name, &s->figure[i]);
}

static void add_tabular(struct text *out, const struct table *t)
{
    text_add(out, HEAD "\\begin{tabular}{@{}l");
    for (int j = 1; j < t->columns; j++)
        text_add(out, "r");
    text_add(out, "@{}}\n\\toprule\n");
    for (int i = 0; i < t->rows; i++) {
        for (int j = 0; j < t->columns; j++) {
            /* LaTeX would read a '[' or '*' at the start of a row as an option of the line break before it; the {}
             * prevents this. */
            text_add(out, j ? " & " : "{}");
            latex_add(out, t->text[i * t->columns + j]);
        }
        text_add(out, " \\\\\n%s", i == 0 ? "\\midrule\n" : "");
    }
    text_add(out, "\\bottomrule\n\\end{tabular}\n");
}

/* Adds a table. LaTeX shrinks it to the width of the text when it is wider. */
static void add_table(struct report_writer *w, const struct report_section *s, int i)
{
    struct text *out = &w->out;

    add_tabular(&w->included, &s->table[i]);
    put(w, format_new("%s_table%d", s->plan->name, i + 1), &w->included);
    text_add(out, "\\begin{table}[htbp]\n\\centering\\small\n\\caption{");
    latex_add(out, s->table[i].title);
    text_add(out, ": ");
    latex_add(out, s->table[i].about);
    text_add(out, ".}\n\\adjustbox{max width=\\linewidth}{\\input{%s_table%d}}\n\\end{table}\n",
             s->plan->name, i + 1);
}

static void verdicts_begin(struct report_writer *w)
{
    text_add(&w->included,
             HEAD "\\begin{longtable}{@{}p{0.14\\linewidth}p{0.4\\linewidth}p{0.4\\linewidth}@{}}\n"
                  "\\toprule\nverdict & claim & evidence \\\\\n\\midrule\n\\endhead\n"
                  "\\bottomrule\n\\endfoot\n");
}

static void add_verdict(struct report_writer *w, const struct report_claim *c)
{
    struct text *out = &w->included;

    text_add(out, "%s & ", c->verdict);
    add_with_sources(out, c->sentence, c->claim->source);
    text_add(out, " & ");
    latex_add(out, c->evidence);
    text_add(out, "\\\\\n");
}

static void verdicts_end(struct report_writer *w, const struct report_section *s)
{
    text_add(&w->included, "\\end{longtable}\n");
    put(w, format_new("%s_verdicts", s->plan->name), &w->included);
    text_add(&w->out, "\\input{%s_verdicts}\n", s->plan->name);
}

static void add_provenance(struct report_writer *w, const struct report_section *s)
{
    const struct config *c = &s->results->provenance;
    const char *command = config_get(c, "command_line"), *commit = config_get(c, "source_commit");

    text_add(&w->out, "Made by ");
    latex_add_code(&w->out, command ? command : "normlab run");
    text_add(&w->out, ", source ");
    latex_add_code(&w->out, commit ? commit : "unknown");
    text_add(&w->out, ".\n\\clearpage\n");
}

static void section_end(struct report_writer *w, const struct report_section *s)
{
    put(w, xstrdup(s->plan->name), &w->out);
    text_add(&w->document, "\\input{%s}\n", s->plan->name);
}

const struct report_format report_latex = {
    .begin = begin,
    .ledger_begin = ledger_begin,
    .ledger_unanswered = ledger_unanswered,
    .row = add_row,
    .ledger_end = ledger_end,
    .method = add_method,
    .section_begin = section_begin,
    .heading = add_heading,
    .paragraph = add_paragraph,
    .setup = add_setup,
    .figures = add_figures,
    .table = add_table,
    .verdicts_begin = verdicts_begin,
    .verdict = add_verdict,
    .verdicts_end = verdicts_end,
    .provenance = add_provenance,
    .section_end = section_end,
    .end = end,
};
