/*
 * struct config: an ordered set of key=value pairs. Trials, values of axes, overrides and attributes are all written in
 * this form. Zero-initialize; config_clear() frees.
 */
#ifndef NORMLAB_BASE_FORMATS_CONFIG_H
#define NORMLAB_BASE_FORMATS_CONFIG_H

#include "base/text.h"
#include <stdbool.h>

struct config_item {
    char *key, *value;
};

struct config {
    struct config_item *item; /* in the order in which the keys were first set */
    int count;
};

/* Sets key to value (copies of both), replacing an earlier value. */
void config_set(struct config *c, const char *key, const char *value);

/* The value, or NULL. Owned by c. */
const char *config_get(const struct config *c, const char *key);

/* Sets the pair "KEY=VALUE"; KEY must be a name ([a-z][a-z0-9_]*). 0, or -1 after a message. */
int config_parse_pair(struct config *c, const char *pair);

/* Sets pairs that are separated by white space; a value with white space must be in double quotes. 0, or -1 after a
 * message. */
int config_parse(struct config *c, const char *text);

/* Sets every pair of from in c. */
void config_merge(struct config *c, const struct config *from);

/* Adds "key=value key=value ..." in the order of c, as config_parse() reads it. */
void config_print(const struct config *c, struct text *out);

void config_clear(struct config *c);

#endif
