/* A forest plot of an experiment's claims. */
#ifndef NORMLAB_LAB_FOREST_H
#define NORMLAB_LAB_FOREST_H

#include "lab/ledger.h"
#include "lab/plot_forest.h"

#define FOREST_NAME "claims"

/* A panel for each unit, a row for each claim that has a difference. plot_forest_clear() frees; no panels:
 * there is nothing to draw. */
void forest_build(struct plot_forest *f, const struct verdicts *v);

#endif
