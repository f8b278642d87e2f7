#include "base/error.h"
#include "cli/command.h"
#include "experiments/experiments.h"
#include "lab/lab.h"
#include <limits.h>
#include <stdio.h>

static int run(int argc, char **argv)
{
    const char *root = ".";
    bool term = false;
    const struct flag flags[] = {
        {"--term", NULL, FLAG_BOOL, &term},
        {"--out", NULL, FLAG_TEXT, &root},
        {0},
    };
    int words = parse_flags(argc, argv, flags), code, bad;
    const struct experiment *e;
    struct results r;
    struct verdicts v;

    if (words < 0)
        return EXIT_USAGE;
    if (words != 2)
        return usage_error("plot", "takes one experiment");
    code = read_merged("plot", argv[1], root, &e, &r);
    if (code)
        return code;
    verdicts_init(&v, e, &r);
    bad = term ? lab_draw_terminal(e, &r, root, INT_MAX) : lab_draw(&v, &r, root);
    verdicts_clear(&v);
    if (!bad && !term)
        lab_print_figures(e, root, "");
    results_clear(&r);
    return bad ? EXIT_FAILED : EXIT_DONE;
}

const struct command command_plot = {
    "plot",
    "draw an experiment's figures from its merged results",
    "usage: normlab plot EXPERIMENT [--term] [--out DIR]\n\n"
    "Reads DIR/results/EXPERIMENT.h5 [.], writes DIR/plots/EXPERIMENT/FIGURE.{svg,pdf,png,gp,csv}.\n\n"
    "  --term   draw in the terminal, write no picture\n\n"
    "example: normlab plot batch_size --term\n",
    run,
};
