/* Describes an experiment's trials in words, from their configurations. */
#ifndef NORMLAB_STORE_DESCRIPTION_H
#define NORMLAB_STORE_DESCRIPTION_H

#include "base/text.h"
#include "store/store.h"

/* One line: something that the trials have in common, or that varies among them. */
struct description_line {
    char *name;  /* "data", "network", "norm" */
    char *words; /* "fashion-mnist, 10000 training samples, drawn by the seed, all test samples" */
};

struct description {
    struct description_line *line;
    int lines;
};

/* Fills s with the description of the trials of r. description_clear() frees s. */
void description_init(struct description *s, const struct results *r);
void description_clear(struct description *s);

/* True when the seed of the trial chooses which samples it is trained on, of a part of them or of all but those held out for
 * validation (data_seed=seed). */
bool description_draws(const struct record *record);

/* Returns the norm of the trials, if all of r have the same, and the words of all lines of the description but the first
 * ("trials"), with semicolons between: a new string. */
char *description_text(const struct results *r);

/* Adds a label for each record of r: the values of the keys that vary among the records, as "batchnorm, lr=0.1". To a label
 * that an earlier record has, the record's number is added, as "batchnorm (2)". A record without such values is
 * "trial 1". */
void description_labels(const struct results *r, struct list *label);

#endif
