/* The report for LaTeX: tables in booktabs' style, figures, and a document of all of them. */
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "report/markup.h"
#include "report/report.h"
#include <stdlib.h>
#include <string.h>

#define HEAD  "%% Written by normlab report; the packages that it needs are in report.tex.\n"
#define PLOTS "\\providecommand{\\normlabplots}{../../plots}\n"

/* Writes folder/<name>.tex and clears t. 0 or -1 after a message. */
static int put(const char *folder, const char *name, struct text *t)
{
    char *path = format_new("%s/%s.tex", folder, name);
    int bad = file_write(path, text_str(t), t->length);

    text_clear(t);
    free(path);
    return bad;
}

static int put_named(const char *folder, char *name, struct text *t)
{
    int bad = put(folder, name, t);

    free(name);
    return bad;
}

/* ---- tables ---- */

static void add_tabular(struct text *out, const struct table *t)
{
    text_add(out, HEAD "\\begin{tabular}{@{}l");
    for (int j = 1; j < t->columns; j++)
        text_add(out, "r");
    text_add(out, "@{}}\n\\toprule\n");
    for (int i = 0; i < t->rows; i++) {
        for (int j = 0; j < t->columns; j++) {
            text_add(out,
                     j ? " & "
                       : "{}"); /* a row that begins with [ or * would be taken for an option */
            latex_add(out, t->text[i * t->columns + j]);
        }
        text_add(out, " \\\\\n%s", i == 0 ? "\\midrule\n" : "");
    }
    text_add(out, "\\bottomrule\n\\end{tabular}\n");
}

/* Wide ones are made to fit. */
static void include_table(struct text *out, const struct report_part *p, int i)
{
    text_add(out, "\\begin{table}[htbp]\n\\centering\\small\n\\caption{");
    latex_add(out, p->table[i].title);
    text_add(out, ": ");
    latex_add(out, p->table[i].about);
    text_add(out, ".}\n\\adjustbox{max width=\\linewidth}{\\input{%s_table%d}}\n\\end{table}\n",
             p->plan->name, i + 1);
}

/* ---- verdicts ---- */

static void add_said(struct text *out,
                     void (*print)(const struct claim *, const struct judgement *, struct text *),
                     const struct claim *c, const struct judgement *j, const char *before)
{
    struct text t = {0};

    print(c, j, &t);
    text_add(out, "%s", t.length ? before : "");
    latex_add(out, text_str(&t));
    text_clear(&t);
}

static void add_claims(struct text *out, const struct verdicts *v)
{
    text_add(out,
             HEAD "\\begin{longtable}{@{}p{0.14\\linewidth}p{0.4\\linewidth}p{0.4\\linewidth}@{}}\n"
                  "\\toprule\nverdict & claim & evidence \\\\\n\\midrule\n\\endhead\n"
                  "\\bottomrule\n\\endfoot\n");
    for (int i = 0; i < v->count; i++) {
        const struct claim *c = &v->claims[i];
        char *verdict = verdict_word(&v->judgement[i]);
        struct text t = {0};

        text_add(out, "%s & ", verdict);
        free(verdict);
        claim_print(c, &t);
        latex_add(out, text_str(&t));
        text_clear(&t);
        text_add(out, " [");
        latex_add(out, c->source);
        text_add(out, "] & ");
        add_said(out, claim_print_evidence, c, &v->judgement[i], "");
        add_said(out, claim_print_remedy, c, &v->judgement[i], "; ");
        text_add(out, c->note ? ". Note: " : "");
        latex_add(out, c->note ? c->note : "");
        text_add(out, " \\\\\n");
    }
    text_add(out, "\\end{longtable}\n");
}

static void add_counted(struct text *out, const char **between, enum verdict v, int count,
                        const char *star)
{
    if (count == 0)
        return;
    text_add(out, "%s%d %s%s", *between, count, verdict_name[v], star);
    *between = ", ";
}

static void add_ledger(struct text *out, const struct report *r)
{
    text_add(
        out, HEAD
        "\\begin{longtable}{@{}p{0.66\\linewidth}p{0.3\\linewidth}@{}}\n"
        "\\toprule\nclaim & comparisons \\\\\n\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n");
    for (const struct claim_row *row = r->rows; row->id; row++) {
        struct verdict_count n = ledger_count(r->verdicts, r->count, row->id);
        const char *between = "";

        text_add(out, "\\textbf{");
        latex_add(out, row->id);
        text_add(out, "}: ");
        latex_add(out, row->text);
        text_add(out, " [");
        latex_add(out, row->from);
        text_add(out, "] & ");
        for (int v = 0; v < VERDICTS; v++) {
            add_counted(out, &between, v, n.of[v] - n.weak[v], "");
            add_counted(out, &between, v, n.weak[v], "*");
        }
        text_add(out, "%s%s", row->test ? between : "", row->test ? "by test" : "");
        between = row->test ? ", " : between;
        text_add(out, "%s%s \\\\\n", row->missing ? between : "",
                 row->missing ? "no experiment yet" : "");
    }
    text_add(out, "\\end{longtable}\n");
}

/* ---- figures ---- */

static void add_figure(struct text *out, const struct report_part *p, const struct report_figure *f)
{
    text_add(out,
             HEAD PLOTS
             "\\begin{figure}[htbp]\n\\centering\n"
             "\\includegraphics[max width=\\linewidth]{\\normlabplots/%s/%s.pdf}\n\\caption{",
             p->plan->name, f->name);
    latex_add(out, f->title);
    text_add(out, ".}\n\\end{figure}\n");
}

/* ---- sections ---- */

static void add_setup(struct text *out, const struct description *s)
{
    text_add(out, "\\paragraph{Set-up.}\n\\begin{description}\\raggedright\n");
    for (int i = 0; i < s->lines; i++) {
        text_add(out, "\\item[");
        latex_add(out, s->line[i].name);
        text_add(out, "] ");
        if (strcmp(s->line[i].name, "network"))
            latex_add(out, s->line[i].words);
        else
            latex_add_code(out, s->line[i].words);
        text_add(out, "\n");
    }
    text_add(out, "\\end{description}\n");
}

static void add_notes(struct text *out, const struct report_part *p)
{
    for (int i = 0; i < p->notes; i++) {
        latex_add(out, p->note[i]);
        text_add(out, "\n\n");
    }
}

static void add_section(struct text *out, const struct report_part *p)
{
    const char *command = config_get(&p->results->provenance, "command_line");
    const char *commit = config_get(&p->results->provenance, "source_commit");
    char *said[] = {verdicts_stale(p->verdicts), verdicts_dirty(p->verdicts)};

    text_add(out, HEAD "\\section{");
    latex_add(out, p->plan->title);
    text_add(out, "}\n");
    latex_add(out, p->plan->question);
    text_add(out, "\n\n");
    for (int i = 0; i < 2; i++) {
        if (said[i]) {
            latex_add(out, said[i]);
            text_add(out, "\n\n");
        }
        free(said[i]);
    }
    if (p->verdicts->left_out) {
        latex_add(out, p->verdicts->left_out);
        text_add(out, "\n\n");
    }
    add_notes(out, p);
    add_setup(out, &p->setup);
    for (int i = 0; i < p->figures; i++)
        if (p->figure[i].drawn)
            text_add(out, "\\input{%s_%s}\n", p->plan->name, p->figure[i].name);
    if (p->verdicts->count)
        text_add(out, "\\input{%s_verdicts}\n", p->plan->name);
    for (int i = 0; i < p->tables; i++)
        include_table(out, p, i);
    text_add(out, "\\paragraph{Provenance.}\nMade by ");
    latex_add_code(out, command ? command : "normlab run");
    text_add(out, ", source ");
    latex_add_code(out, commit ? commit : "unknown");
    text_add(out, ".\n\\clearpage\n");
}

static int write_part(const struct report_part *p, const char *folder)
{
    const char *name = p->plan->name;
    struct text t = {0};
    int bad = 0;

    for (int i = 0; i < p->tables && !bad; i++) {
        add_tabular(&t, &p->table[i]);
        bad = put_named(folder, format_new("%s_table%d", name, i + 1), &t);
    }
    for (int i = 0; i < p->figures && !bad; i++)
        if (p->figure[i].drawn) {
            add_figure(&t, p, &p->figure[i]);
            bad = put_named(folder, format_new("%s_%s", name, p->figure[i].name), &t);
        }
    if (p->verdicts->count && !bad) {
        add_claims(&t, p->verdicts);
        bad = put_named(folder, format_new("%s_verdicts", name), &t);
    }
    if (!bad) {
        add_section(&t, p);
        bad = put(folder, name, &t);
    }
    return bad;
}

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
    "\\noindent Each claim of the literature is restated as comparisons of two settings, trained from several\n"
    "seeds, with a margin that the difference is to exceed, or to stay within. Supported: the whole 95\\,\\%\n"
    "interval of the mean difference over paired seeds is where the claim says. Refuted: the whole interval\n"
    "is where it says it is not. Inconclusive: it holds both. A star marks a verdict that does not stand\n"
    "when $p$ is corrected by Holm's method for all claims of its experiment. In the tables, !$n$ stands for\n"
    "$n$ lost trials.\n\n";

int report_write_latex(const struct report *r)
{
    char *folder = report_latex_folder(r->root);
    struct text t = {0};
    int bad = folder_make(folder);

    for (int i = 0; i < r->parts && !bad; i++)
        bad = write_part(&r->part[i], folder);
    if (!bad) {
        add_ledger(&t, r);
        bad = put(folder, "ledger", &t);
    }
    if (!bad) {
        text_add(&t, "%s\\input{ledger}\n\\clearpage\n", preamble);
        for (int i = 0; i < r->parts; i++)
            text_add(&t, "\\input{%s}\n", r->part[i].plan->name);
        text_add(&t, "\\end{document}\n");
        bad = put(folder, "report", &t);
    }
    text_clear(&t);
    free(folder);
    return bad;
}
