#include "base/error.h"
#include "cli/command.h"
#include "experiments/experiment.h"
#include "figures/draw.h"
#include <limits.h>
#include <stdio.h>

static int run(int argc, char **argv)
{
    const char *root = ".", *preset = NULL;
    bool term = false;
    const struct flag flags[] = {
        {"--term", NULL, FLAG_BOOL, &term},
        {"--preset", NULL, FLAG_TEXT, &preset},
        {"--out", NULL, FLAG_TEXT, &root},
        {0},
    };
    struct experiment *e;
    struct study s;
    int bad;

    parse_arguments(argc, argv, flags, 1, 1, "takes one experiment");
    e = open_results("plot", argv[1], root, preset, &s);
    bad = term ? figures_draw_terminal(&s, e->figures, INT_MAX) : figures_draw(&s, e->figures);
    if (!bad && !term)
        figures_print(&s, e->figures, "");
    if (!bad && s.verdicts.left_out)
        printf("%s\n", s.verdicts.left_out);
    study_close(&s);
    experiment_free(e);
    return bad ? EXIT_FAILED : EXIT_DONE;
}

const struct command command_plot = {
    "plot",
    "draw an experiment's figures from its merged results",
    "usage: normlab plot EXPERIMENT [--preset NAME] [--term] [--out DIR]\n\n"
    "Reads DIR/results/EXPERIMENT.h5 [.] and writes DIR/plots/EXPERIMENT/FIGURE.{svg,pdf,png,gp,csv}.\n"
    "Figures show the trials with one preset's settings; the command says which trials are left out.\n\n"
    "  --preset NAME   show the trials of this preset [paper, or else the preset with the most trials];\n"
    "                  figures of another preset go to DIR/plots/EXPERIMENT.NAME/, those of generated\n"
    "                  data to DIR/plots/EXPERIMENT.generated/\n"
    "  --term          draw in the terminal, write no files\n\n"
    "example: normlab plot batch_size --term\n",
    run,
};
