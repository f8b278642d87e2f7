#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "cli/command.h"
#include "experiments/experiment.h"
#include "report/report.h"
#include "report/summary.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The report is made from all experiments: normlab's own and those of the user. */
struct sources {
    int count;
    struct experiment **experiment; /* [count] */
    struct study *study;            /* [count] */
    struct verdicts *verdicts;      /* [count] copies of the verdicts in study[], for the report */
    /* number of experiments that have a section: the user asked for them, and they have results */
    int sections;
    struct report_section *section;
    bool partial; /* an experiment could not be read, after a message */
};

/* True when s already has an experiment of the same name: the user may give both its name and its file. */
static bool is_known(const struct sources *s, const struct experiment *e)
{
    for (int i = 0; i < s->count; i++)
        if (strcmp(s->experiment[i]->plan.name, e->plan.name) == 0)
            return true;
    return false;
}

/* Reads and judges all experiments. Makes sections and writes summaries for the experiments among name[names], or,
 * when names is 0, for all that have results. Returns 0, or -1 after a message. */
static int read_all(struct sources *s, const char *root, char **name, int names)
{
    struct list all = {0}, wanted = {0};
    size_t n;
    int bad = 0;

    s->partial = experiment_names(&all);
    for (int i = 0; i < names; i++) {
        struct experiment *e = find_experiment("report", name[i]);

        list_add(&wanted, e->plan.name);
        list_add_new(&all, name[i]);
        experiment_free(e);
    }
    n = (size_t)all.count;
    s->experiment = xcalloc(n, sizeof(struct experiment *));
    s->study = xcalloc(n, sizeof *s->study);
    s->verdicts = xcalloc(n, sizeof *s->verdicts);
    s->section = xcalloc(n, sizeof *s->section);
    for (int i = 0; i < all.count && !bad; i++) {
        struct experiment *e = load_experiment(all.item[i]);
        struct study *study = &s->study[s->count];
        bool there;

        s->partial = s->partial || !e;
        if (!e || is_known(s, e)) {
            experiment_free(e);
            continue;
        }
        there = open_study(study, e, root, SELECTION_MAIN);
        s->experiment[s->count] = e;
        s->verdicts[s->count++] = study->verdicts;
        if (there && (!names || list_has(&wanted, e->plan.name)))
            bad = report_section_init(&s->section[s->sections++], root, &study->verdicts,
                                      &study->selection.shown, e->tables, e->figures, &e->notes) ||
                  summary_write(study, e->tables, e->figures, false);
    }
    list_clear(&all);
    list_clear(&wanted);
    if (!bad && s->sections == 0)
        bad =
            error("%s/results has no results of %s: normlab run EXPERIMENT makes some; --out names "
                  "another folder",
                  root, names ? "these experiments" : "any experiment");
    return bad;
}

static void sources_clear(struct sources *s)
{
    for (int i = 0; i < s->sections; i++)
        report_section_clear(&s->section[i]);
    for (int i = 0; i < s->count; i++) {
        study_close(&s->study[i]);
        experiment_free(s->experiment[i]);
    }
    free(s->experiment);
    free(s->study);
    free(s->verdicts);
    free(s->section);
}

static int write_report(struct report *r)
{
    char *html = report_html_path(r->root), *latex = report_latex_folder(r->root);
    int bad = report_draw(r) < 0 || report_write(r);

    if (!bad)
        printf("%s\n%s/report.tex\n", html, latex);
    free(html);
    free(latex);
    return bad;
}

static int run(int argc, char **argv)
{
    const char *root = ".", *style = NULL;
    const struct flag flags[] = {
        {"--out", NULL, FLAG_TEXT, &root},
        {"--style", NULL, FLAG_TEXT, &style},
        {0},
    };
    int words = parse_arguments(argc, argv, flags, 0, ANY_NUMBER, ""), bad;
    struct sources s = {0};

    bad = read_all(&s, root, argv + 1, words);
    if (!bad) {
        ledger_correct(s.verdicts, s.count);
        struct claim_row *rows = ledger_rows(claim_rows, s.verdicts, s.count);
        struct report r = {.root = root,
                           .style = style,
                           .rows = rows,
                           .verdicts = s.verdicts,
                           .count = s.count,
                           .section = s.section,
                           .sections = s.sections};

        bad = write_report(&r);
        free(rows);
    }
    sources_clear(&s);
    return bad || s.partial ? EXIT_FAILED : EXIT_DONE;
}

const struct command command_report = {
    "report",
    "write a report of the results as HTML and LaTeX: verdicts, figures, tables",
    "usage: normlab report [EXPERIMENT...] [--style FILE] [--out DIR]\n\n"
    "Reads DIR/results/EXPERIMENT.h5 [.] of the experiments named, or of all that have results. Of each it\n"
    "shows the trials of one preset: paper or, without trials of it, the one with the most; the report\n"
    "says which trials are left out. Draws the figures into DIR/plots/, and writes\n\n"
    "  DIR/results/report.html         one page that needs no other file\n"
    "  DIR/results/report/report.tex   the same for pdflatex; each table and figure is a file of its own,\n"
    "                                  which another document can \\input\n"
    "  DIR/results/EXPERIMENT.txt      the summary of each experiment\n\n"
    "If you write a text file DIR/results/EXPERIMENT.notes, the experiment's section contains it.\n\n"
    "  --style FILE   the look of the figures, as for normlab plot, whose help tells of DIR/plots/style.conf\n\n"
    "example: normlab report batch_size placement\n",
    run,
};
