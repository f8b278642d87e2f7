/* A forest plot of an experiment's claims. */
#ifndef NORMLAB_FIGURES_FOREST_H
#define NORMLAB_FIGURES_FOREST_H

#include "figures/plot_forest.h"
#include "judge/ledger.h"

#define FOREST_NAME "claims"

/* A panel for each unit, a row for each claim that has a difference. plot_forest_clear() frees; no panels:
 * there is nothing to draw. */
void forest_build(struct plot_forest *f, const struct verdicts *v);

#endif
