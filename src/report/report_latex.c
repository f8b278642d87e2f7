/* Writes the report for LaTeX: one file for the ledger and for each section, table, figure and list of verdicts, and one
 * document that includes them all. */
#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include "base/system/file.h"
#include "figures/forest.h"
#include "report/latex_table.h"
#include "report/markup.h"
#include "report/report_internal.h"
#include <stdlib.h>
#include <string.h>

#define HEAD  "%% Written by normlab report; the packages that it needs are in report.tex.\n"
#define PLOTS "\\providecommand{\\normlabplots}{../../plots}\n"

/* Writes `text` to <name>.tex in the report's folder, unless an earlier write failed. The file begins with LATEX_CHAR if
 * its text has \normlabchar. Sets w->bad when this write fails. Clears text and frees name. */
static void put(struct report_writer *w, char *name, struct text *text)
{
    char *folder = report_latex_folder(w->report->root);
    char *path = format_new("%s/%s.tex", folder, name);
    struct text whole = {0};

    if (latex_unshown(text_str(text), &w->unshown))
        text_adds(&whole, LATEX_CHAR);
    text_adds(&whole, text_str(text));
    if (!w->bad)
        w->bad = file_write(path, text_str(&whole), whole.length);
    text_clear(&whole);
    text_clear(text);
    free(path);
    free(folder);
    free(name);
}

/* ---- the document ---- */

static const char preamble[] =
    "\\documentclass[10pt,a4paper]{article}\n"
    "% for pdflatex; lualatex reads all of Unicode, and needs no packages for it\n"
    "\\ifdefined\\Umathcode\\else\n"
    "\\usepackage[T1]{fontenc}\n"
    "\\usepackage[utf8]{inputenc}\n"
    "\\usepackage{lmodern}\n"
    "\\fi\n"
    "\\usepackage{textcomp}\n"
    "\\usepackage[margin=2.2cm]{geometry}\n"
    "\\usepackage{array,booktabs,longtable,graphicx}\n"
    "\\usepackage[export]{adjustbox}\n"
    "\\usepackage[hidelinks]{hyperref}\n"
    "\\ifdefined\\pdfsuppresswarningpagegroup\\pdfsuppresswarningpagegroup=1\\fi\n"
    "\\pdfstringdefDisableCommands{\\def\\normlabchar#1#2{#2}\\def\\ensuremath#1{#1}}\n"
    "\\setlength{\\emergencystretch}{3em}\n";

/* The head of the document, after its title. */
static const char opening[] =
    "\\author{normlab}\n"
    "\\begin{document}\n\\maketitle\n"
    "\\noindent Each claim of the literature is restated as comparisons of two settings. Both are trained several times\n"
    "from different random seeds. Supported: the whole 95\\,\\% interval of the mean difference agrees with the claim.\n"
    "Refuted: the whole interval contradicts it. About the margin: the whole interval lies within half the margin\n"
    "around it, or within half a point of a margin of 0. Open: the interval holds values on both sides of the margin. A star marks a verdict that does not hold when $p$ is corrected for the number of comparisons.\n\n";

static void begin(struct report_writer *w)
{
    text_adds(&w->document, preamble);
    text_adds(&w->document, "\\title{");
    latex_add(&w->document, w->report->sections == 1
                                ? w->report->section->plan->title
                                : "What normalization layers do: claims put to the test");
    text_adds(&w->document, "}\n");
    text_adds(&w->document, opening);
}

/* Warns which characters pdflatex shows as their code points. */
static void warn_unshown(const struct list *codes)
{
    enum { NAMED = 10 };
    struct text some = {0};

    for (int i = 0; i < codes->count && i < NAMED; i++)
        text_add_item(&some, ", ", "%s", codes->item[i]);
    if (codes->count > NAMED)
        text_add(&some, " and %d more", codes->count - NAMED);
    if (codes->count)
        warning(
            "the LaTeX report has characters that pdflatex shows as their code points: %s; lualatex shows those "
            "that the font has",
            some.s);
    text_clear(&some);
}

static void end(struct report_writer *w)
{
    text_add(&w->document, "\\end{document}\n");
    put(w, xstrdup("report"), &w->document);
    if (!w->bad)
        warn_unshown(&w->unshown);
    list_clear(&w->unshown);
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
    text_add(&w->out, HEAD UNNUMBERED("ledger"));
    text_adds(
        &w->out,
        "\\begin{longtable}{@{}>{\\raggedright}p{0.66\\linewidth}>{\\raggedright\\arraybackslash}p{0.29\\linewidth}@{}}\n"
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
    text_add(&w->out, "\\end{longtable}\n" UNNUMBERED_END);
    put(w, xstrdup("ledger"), &w->out);
    text_add(&w->document, "\\input{ledger}\n");
}

/* ---- sections ---- */

static void section_begin(struct report_writer *w, const struct report_section *s)
{
    text_add(&w->out, HEAD "\\section{");
    latex_add(&w->out, s->plan->title);
    text_add(&w->out, "}\\label{sec:%s}\n", s->plan->name);
}

static void add_term(struct text *out, const char *name, const char *words, bool code)
{
    text_add(out, "\\item[{"); /* within braces, a ']' in the name does not end the argument */
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

/* Adds to the document how verdicts are reached. This is its last part before the sections. */
static void add_method(struct report_writer *w)
{
    text_add(&w->document, "\\section*{How the verdicts are reached}\n\\begin{description}\n");
    for (int i = 0; report_method[i].term; i++)
        add_term(&w->document, report_method[i].term, report_method[i].words, false);
    text_add(&w->document, "\\end{description}\n\\clearpage\n");
}

/* ---- figures and tables ---- */

/* Adds the sentence that a caption ends with: the experiment, the data and the training of its trials, and their seeds. */
static void add_trials(struct text *out, const struct report_section *s)
{
    struct text words = {0};

    for (int i = 0; i < s->setup.lines; i++) {
        const struct description_line *line = &s->setup.line[i];

        if (strcmp(line->name, "data") == 0 || strcmp(line->name, "training") == 0)
            text_add_item(&words, "; ", "%s", line->words);
    }
    text_adds(out, " Experiment ");
    latex_add_code(out, s->plan->name);
    if (words.length) {
        text_adds(out, ": ");
        latex_add(out, words.s);
    }
    text_adds(out, s->verdicts->seeds ? "; seeds " : "");
    for (const char *seed = s->verdicts->seeds; seed && *seed; seed++)
        text_addn(out, *seed == '-' ? "--" : seed, *seed == '-' ? 2 : 1);
    text_adds(out, ".");
    text_clear(&words);
}

/* Adds what a figure shows: its axes, lines and panels. Adds nothing for heat maps and for figures whose x axis is a
 * metric, which have other axes. */
static void add_axes(struct text *out, const struct figure_request *q)
{
    if (q->template == PLOT_HEAT || plot_template_x(q->template) == PLOT_X_METRIC)
        return;
    text_adds(out, " Shown: ");
    latex_add(out, q->y_label);
    text_adds(out, " against ");
    latex_add(out, q->x_label);
    text_adds(out, ", by ");
    latex_add(out, q->series);
    if (q->variants) {
        text_adds(out, " and ");
        latex_add(out, q->variants);
    }
    if (q->panels) {
        text_adds(out, ", a panel for each ");
        latex_add(out, strcmp(q->panels, "panel") ? q->panels : "network");
    }
    text_adds(out, ".");
}

/* Adds the caption of figure i, which can be understood without the section. */
static void add_caption(struct text *out, const struct report_section *s, int i)
{
    struct plot_figure f;

    if (i < s->requested)
        figure_build(&s->requests[i], s->results, &f);
    else
        forest_build(&f, s->verdicts, &(struct plot_page){0}, i - s->requested);
    latex_add(out, s->figure[i].title);
    text_adds(out, ".");
    if (i < s->requested)
        add_axes(out, &s->requests[i]);
    text_adds(out, " ");
    /* This begins a sentence. A requested figure's caption begins with the name of a data set, which stays as it is. */
    if (i >= s->requested)
        *f.caption = ascii_upper(*f.caption);
    latex_add(out, f.caption);
    text_adds(out, ".");
    add_trials(out, s);
    plot_figure_clear(&f);
}

static void add_figure(struct report_writer *w, const struct report_section *s, int i)
{
    const char *experiment = s->plan->name, *name = s->figure[i].name;
    struct text *out = &w->included;

    text_add(
        out,
        HEAD PLOTS
        "\\begin{figure}[tbp]\n\\centering\n"
        "\\includegraphics[max width=\\linewidth,max totalheight=0.8\\textheight]{\\normlabplots/%s/%s.pdf}\n"
        "\\caption{",
        experiment, name);
    add_caption(out, s, i);
    text_add(out, "}\n\\label{fig:%s:%s}\n\\end{figure}\n", experiment, name);
    put(w, format_new("%s_%s", experiment, name), out);
    text_add(&w->out, "\\input{%s_%s}\n", experiment, name);
}

static void add_figures(struct report_writer *w, const struct report_section *s, int first, int end)
{
    for (int i = first; i < end; i++)
        if (s->figure[i].drawn)
            add_figure(w, s, i);
}

/* True when a cell of the table counts unsuccessful trials, as "!2" does. */
static bool has_unsuccessful(const struct table *t)
{
    for (int k = 0; k < t->rows * t->columns; k++)
        if (strchr(t->text[k], '!'))
            return true;
    return false;
}

static void add_table_caption(struct text *out, const struct report_section *s, int i)
{
    const struct table *t = &s->table[i];

    latex_add(out, t->title);
    text_adds(out, ": ");
    latex_add(out, t->about);
    text_adds(out, ".");
    if (has_unsuccessful(t))
        text_adds(out, " " TABLE_UNSUCCESSFUL ".");
    add_trials(out, s);
}

static void add_table(struct report_writer *w, const struct report_section *s, int i)
{
    struct text *out = &w->out;
    bool tall;

    text_add(&w->included, HEAD);
    tall = latex_add_table(&w->included, &s->table[i]);
    put(w, format_new("%s_table%d", s->plan->name, i + 1), &w->included);
    text_adds(
        out,
        tall
            ? "\\par\\medskip\\begingroup\\centering\n\\refstepcounter{table}\\tablename~\\thetable: "
            : "\\begin{table}[htbp]\n\\centering\n\\caption{");
    add_table_caption(out, s, i);
    text_add(out, "%s\\label{tab:%s:%d}\n\\input{%s_table%d}\n%s\n",
             tall ? "\\par\n" : "}\\medskip\n", s->plan->name, i + 1, s->plan->name, i + 1,
             tall ? "\\endgroup" : "\\end{table}");
}

static void verdicts_begin(struct report_writer *w)
{
    text_add(&w->included, HEAD UNNUMBERED("verdicts \\thesection"));
    text_adds(&w->included,
              "\\begin{longtable}{@{}p{0.13\\linewidth}>{\\raggedright}p{0.4\\linewidth}"
              ">{\\raggedright\\arraybackslash}p{0.4\\linewidth}@{}}\n"
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
    text_add(&w->included, "\\end{longtable}\n" UNNUMBERED_END);
    put(w, format_new("%s_verdicts", s->plan->name), &w->included);
    text_add(&w->out, "\\input{%s_verdicts}\n", s->plan->name);
    /* LaTeX makes the page too high when a float follows the end of a longtable on it. */
    for (int i = s->requested; i < s->figures; i++)
        if (s->figure[i].drawn) {
            text_adds(&w->out, "\\clearpage\n");
            break;
        }
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
