/* What `normlab tune` prints: the plan of its rounds, and the best values. */
#ifndef NORMLAB_CLI_TUNE_OUTPUT_H
#define NORMLAB_CLI_TUNE_OUTPUT_H

#include "judge/tune/tune.h"

/* The parts of the user's command line that the output repeats. */
struct tune_request {
    const char *experiment; /* as typed; NULL: the words are the keys of a trial */
    const char *preset;     /* NULL: not given */
    const char *root;
    char *const *word; /* [words] KEY=VALUE[,VALUE]... */
    int words;
    bool json;
};

/* Prints the rounds: how many values, epochs, seeds and trials each has, how many trials are done, and an estimate of
 * how long the others take, one at a time. known: results from whose times the estimate is made; they may be empty.
 * Returns 0, or -1 after a message. */
int tune_print_plan(struct tune *t, const struct tune_request *q, const struct results *known);

/* Prints on standard error which round begins. left: how many rounds follow it. round: its trials. */
void tune_print_round(const struct tune *t, int left, const struct sweep *round);

/* Prints for each cell the best value, its validation and test error, remarks on what the trials do not tell, and the
 * command that trains with this value. */
void tune_print_best(const struct tune *t, const struct tune_request *q);

#endif
