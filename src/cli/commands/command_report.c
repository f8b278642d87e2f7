#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "cli/command.h"
#include "experiments/experiment.h"
#include "report/report.h"
#include "report/summary.h"
#include <stdio.h>
#include <stdlib.h>

/* What the report is made from. */
struct sources {
    int count; /* of experiments: normlab's own and the user's, and all that were named */
    struct experiment **experiment;
    struct study *study;       /* of each */
    struct verdicts *verdicts; /* of each */
    struct report_section *section;
    int sections;
};

/* Reads and judges an experiment, which s then owns; if it is wanted and was run, it gets a section. 0 or -1 after a
 * message. */
static int add_experiment(struct sources *s, struct experiment *e, const char *root, bool wanted)
{
    struct study *l = &s->study[s->count];
    bool there;
    int bad = 0;

    if (!e || experiment_open(l, e, root, SELECTION_MAIN, &there)) {
        experiment_free(e);
        return -1;
    }
    if (!there)
        verdicts_init(&l->verdicts, &e->plan, e->claims);
    s->experiment[s->count] = e;
    s->verdicts[s->count++] = l->verdicts;
    if (there && wanted)
        bad = report_section_init(&s->section[s->sections++], root, &l->verdicts,
                                  &l->selection.shown, e->tables, e->figures, &e->notes) ||
              summary_write(l, e->tables, e->figures, false);
    return bad ? -1 : 0;
}

/* Reads all experiments. name[names]: those that are to get a section; none: all. */
static int read_all(struct sources *s, const char *root, char **name, int names)
{
    struct list all = {0}, wanted = {0};
    size_t n;
    int bad = 0;

    experiment_names(&all);
    for (int i = 0; i < names; i++) {
        list_add(&wanted, name[i]);
        list_add_new(&all, name[i]);
    }
    n = (size_t)all.count;
    s->experiment = xcalloc(n, sizeof(struct experiment *));
    s->study = xcalloc(n, sizeof *s->study);
    s->verdicts = xcalloc(n, sizeof *s->verdicts);
    s->section = xcalloc(n, sizeof *s->section);
    for (int i = 0; i < all.count && !bad; i++)
        bad = add_experiment(s, find_experiment("report", all.item[i]), root,
                             !names || list_has(&wanted, all.item[i]));
    if (!bad && s->sections == 0)
        bad = error(
            "%s/results has no results %s: make some by normlab run EXPERIMENT, or name another "
            "folder by --out",
            root, names ? "of these experiments" : "of any experiment");
    list_clear(&all);
    list_clear(&wanted);
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
    const char *root = ".";
    const struct flag flags[] = {
        {"--out", NULL, FLAG_TEXT, &root},
        {0},
    };
    int words = parse_flags(argc, argv, flags), bad;
    struct sources s = {0};

    if (words < 0)
        return EXIT_USAGE;
    for (int i = 1; i < words; i++) {
        struct experiment *e = find_experiment("report", argv[i]);

        if (!e)
            return EXIT_USAGE;
        experiment_free(e);
    }
    bad = read_all(&s, root, argv + 1, words - 1);
    if (!bad) {
        struct claim_row *rows = ledger_rows(claim_rows, s.verdicts, s.count);
        struct report r = {.root = root,
                           .rows = rows,
                           .verdicts = s.verdicts,
                           .count = s.count,
                           .section = s.section,
                           .sections = s.sections};

        bad = write_report(&r);
        free(rows);
    }
    sources_clear(&s);
    return bad ? EXIT_FAILED : EXIT_DONE;
}

const struct command command_report = {
    "report",
    "a page and a LaTeX document of what the experiments say: verdicts, figures, tables",
    "usage: normlab report [EXPERIMENT...] [--out DIR]\n\n"
    "Reads DIR/results/EXPERIMENT.h5 [.], of all experiments that are there or of those that are named,\n"
    "each the trials of one preset (paper, or else the one with the most; what is left out is told),\n"
    "draws their figures into DIR/plots/, writes DIR/results/EXPERIMENT.txt anew, and\n\n"
    "  DIR/results/report.html         one page that needs nothing else\n"
    "  DIR/results/report/report.tex   the same for pdflatex; its tables and figures each in a file that\n"
    "                                  another document can \\input\n\n"
    "DIR/results/EXPERIMENT.notes, plain text, goes into the experiment's section where it is there.\n\n"
    "example: normlab report batch_size placement\n",
    run,
};
