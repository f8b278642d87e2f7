#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "cli/command.h"
#include "experiments/experiment.h"
#include "report/checklist/checklist.h"
#include "report/report.h"
#include "report/summary.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The experiments of the report: those that the user named or, when none was named, normlab's own and the user's. */
struct sources {
    int count;
    struct experiment **experiment; /* [count] */
    struct study *study;            /* [count] */
    struct verdicts *verdicts;      /* [count] copies of the verdicts in study[] */
    /* number of experiments that have a section, because they have results */
    int sections;
    struct report_section *section;
    struct checklist_source *checked; /* [sections] the same experiments, for the checklist */
    int judged;                       /* number of experiments in verdicts[] */
    bool partial;                     /* an experiment could not be read, after a message */
};

/* True when s already has an experiment of the same name: the user may give both its name and its file. */
static bool is_known(const struct sources *s, const struct experiment *e)
{
    for (int i = 0; i < s->count; i++)
        if (strcmp(s->experiment[i]->plan.name, e->plan.name) == 0)
            return true;
    return false;
}

/* Makes the section of an experiment that has results, and writes its summary. Returns 0, or -1 after a message. */
static int make_section(struct report_section *section, const struct experiment *e,
                        const struct study *study, const char *root)
{
    return report_section_init(section, root, &study->verdicts, &study->selection.shown, e->tables,
                               e->figures, &e->notes) ||
                   summary_write(study, e->tables, e->figures, false)
               ? -1
               : 0;
}

/* Reads and judges the experiments name[names] or, when names is 0, all. Makes sections and writes summaries of those that
 * have results, unless the checklist alone is wanted. test_samples: intervals of claims take the test samples in. Returns 0, or -1 after a message. */
static int read_all(struct sources *s, const char *root, char **name, int names, bool checklist,
                    bool test_samples)
{
    struct list all = {0};
    size_t n;
    int bad = 0;

    if (names == 0)
        s->partial = experiment_names(&all);
    for (int i = 0; i < names; i++) {
        experiment_free(
            find_experiment("report", name[i])); /* ends the process when there is none */
        list_add_new(&all, name[i]);
    }
    n = (size_t)all.count;
    s->experiment = xcalloc(n, sizeof(struct experiment *));
    s->study = xcalloc(n, sizeof *s->study);
    s->verdicts = xcalloc(n, sizeof *s->verdicts);
    s->section = xcalloc(n, sizeof *s->section);
    s->checked = xcalloc(n, sizeof *s->checked);
    for (int i = 0; i < all.count && !bad; i++) {
        struct experiment *e = load_experiment(all.item[i]);
        struct study *study = &s->study[s->count];
        bool there;

        s->partial = s->partial || !e;
        if (!e || is_known(s, e)) {
            experiment_free(e);
            continue;
        }
        if (test_samples)
            experiment_take_test_samples(e);
        there = open_study(study, e, root, SELECTION_MAIN);
        s->experiment[s->count] = e;
        s->verdicts[s->count++] = study->verdicts;
        if (!there)
            continue;
        print_unmerged(study);
        s->checked[s->sections] = (struct checklist_source){study, e->tables, e->figures};
        if (!checklist)
            bad = make_section(&s->section[s->sections], e, study, root);
        s->sections++;
    }
    list_clear(&all);
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
    free(s->checked);
}

/* True when the report is of normlab's own experiments: most of them have results, and the user named none. */
static bool is_suite(const struct sources *s, int names)
{
    int own = 0, all = 0;

    while (builtin_experiments[all].name)
        all++;
    for (int i = 0; i < s->sections; i++)
        own += builtin_find(s->section[i].plan->name) != NULL;
    return names == 0 && 2 * own > all;
}

/* Leaves in s->verdicts only the experiments that have results. Returns the rows of the ledger that they ask about: a new
 * array, which a NULL id ends and the caller frees. */
static struct claim_row *rows_asked(struct sources *s)
{
    struct claim_row *asked = NULL, *all;
    int n = 0, kept = 0;

    for (int i = 0; i < s->count; i++)
        if (s->verdicts[i].run)
            s->verdicts[kept++] = s->verdicts[i];
    for (const struct claim_row *row = claim_rows; row->id; row++)
        if (ledger_count(s->verdicts, kept, row->id).all)
            array_add(asked, n) = *row;
    array_add(asked, n) = (struct claim_row){0};
    all = ledger_rows(asked, s->verdicts, kept);
    free(asked);
    s->judged = kept;
    return all;
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

static int write_checklist(const char *root, const struct sources *s)
{
    char *path = checklist_path(root);
    int bad = checklist_write(root, s->checked, s->sections);

    if (!bad)
        printf("%s\n", path);
    free(path);
    return bad;
}

static int run(int argc, char **argv)
{
    const char *root = ".", *style = NULL;
    bool checklist = false, test_samples = false;
    const struct flag flags[] = {
        {"--out", NULL, FLAG_TEXT, &root},
        {"--style", NULL, FLAG_TEXT, &style},
        {"--checklist", NULL, FLAG_BOOL, &checklist},
        {"--test-samples", NULL, FLAG_BOOL, &test_samples},
        {0},
    };
    int words = parse_arguments(argc, argv, flags, 0, ANY_NUMBER, ""), bad;
    struct sources s = {0};

    if (checklist && style)
        die_usage("report", "--style is for figures, and --checklist has none");
    bad = read_all(&s, root, argv + 1, words, checklist, test_samples);
    if (!bad)
        ledger_correct(s.verdicts, s.count);
    if (!bad && checklist) {
        bad = write_checklist(root, &s);
    } else if (!bad) {
        bool suite = is_suite(&s, words);
        struct claim_row *rows =
            suite ? ledger_rows(claim_rows, s.verdicts, s.count) : rows_asked(&s);
        struct report r = {.root = root,
                           .style = style,
                           .title = suite ? "What normalization layers do" : NULL,
                           .notes = source_notes,
                           .rows = rows,
                           .verdicts = s.verdicts,
                           .count = suite ? s.count : s.judged,
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
    "usage: normlab report [EXPERIMENT...] [--style FILE] [--test-samples] [--out DIR]\n"
    "       normlab report [EXPERIMENT...] --checklist [--out DIR]\n\n"
    "Reads DIR/results/EXPERIMENT.h5 [.] of the experiments named, or of all that have results, and the\n"
    "finished trials that are not in it yet. Of each experiment it\n"
    "shows the trials of one preset: paper or, without trials of it, the one with the most; the report\n"
    "says which trials are left out. Draws the figures into DIR/plots/, and writes\n\n"
    "  DIR/results/report.html         the front page: what was asked, and the answers\n"
    "  DIR/results/report/             a page for each experiment; it shows the figures in DIR/plots/\n"
    "  DIR/results/report/report.tex   the same for pdflatex or lualatex; each table and figure is a file of\n"
    "                                  its own, which another document can \\input\n"
    "  DIR/results/EXPERIMENT.txt      the summary of each experiment\n\n"
    "If you write a text file DIR/results/EXPERIMENT.notes, the experiment's section contains it.\n\n"
    "  --style FILE     the look of the figures, as for normlab plot, whose help tells of DIR/plots/style.conf\n"
    "  --test-samples   intervals of claims also take the choice of the test samples in (normlab claims --help)\n"
    "  --checklist      write only DIR/results/report/checklist.md: answers, from the results, to what\n"
    "                   conferences ask about reproducibility (runs that failed, how values were chosen,\n"
    "                   what intervals cover, compute, data and licences, code), and the questions that only\n"
    "                   the authors can answer\n\n"
    "example: normlab report batch_size placement\n",
    run,
};
