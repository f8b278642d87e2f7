/* A figure of single trials: their loss and error on training and test samples over the epochs. */
#ifndef NORMLAB_FIGURES_TRIAL_CURVES_H
#define NORMLAB_FIGURES_TRIAL_CURVES_H

#include "figures/plot.h"
#include "store/store.h"

/* Builds the figure `name`: a panel of losses and, unless the data has no classes, one of errors. Each trial has a line
 * for the test set, and one in the same colour for training; when there is only one trial, it has a line for validation,
 * too. The key says in what the configurations of several trials differ (description_labels()). f has no panels when no
 * trial has curves, as when all were refused. plot_figure_clear() frees f. */
void trial_curves_build(const struct results *r, const char *name, struct plot_figure *f);

#endif
