/* An experiment's trials in words, made from their configurations. */
#ifndef NORMLAB_STORE_DESCRIPTION_H
#define NORMLAB_STORE_DESCRIPTION_H

#include "base/text.h"
#include "store/store.h"

/* Something that the trials have in common, or that varies among them. */
struct description_line {
    char *name;  /* "data", "network", "norm" */
    char *words; /* "fashion-mnist: the first 10000 training samples, all test samples" */
};

struct description {
    struct description_line *line;
    int lines;
};

/* Describes the trials; description_clear() frees. */
void description_init(struct description *s, const struct results *r);
void description_clear(struct description *s);

#endif
