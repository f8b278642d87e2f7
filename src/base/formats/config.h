/*
 * struct config: an ordered set of key=value pairs. Trials, values of axes, overrides and attributes are all written in
 * this form. Zero-initialize it; config_clear() frees it.
 */
#ifndef NORMLAB_BASE_FORMATS_CONFIG_H
#define NORMLAB_BASE_FORMATS_CONFIG_H

#include "base/text.h"
#include <stdbool.h>

/* Thousands of trials differ in few values, so configurations that were copied from each other share their strings.
 * A string is freed when no item points to it any more. Only the functions below may change an item. Configurations
 * that share strings must be used in one thread. */
struct config_item {
    const char *key, *value;
};

struct config {
    struct config_item *item; /* in the order in which the keys were first set */
    int count;
};

/* Sets key to value and replaces an earlier value. The strings are copied. */
void config_set(struct config *c, const char *key, const char *value);

/* Returns the value of the key, or NULL when c has no such key. c owns the value; setting the key again frees it. */
const char *config_get(const struct config *c, const char *key);

/* Sets a key from the text "KEY=VALUE". KEY must match [a-z][a-z0-9_]*, and VALUE must have no double quote. Returns 0,
 * or -1 after a message. */
int config_parse_pair(struct config *c, const char *pair);

/* Sets all pairs of a text, in which white space separates them. A value with white space must be in double quotes.
 * Returns 0, or -1 after a message; pairs before the wrong one are then set. */
int config_parse(struct config *c, const char *text);

/* As config_parse_pair() and config_parse(), but print nothing: they return -1 after adding the reason to `why`. */
int config_read_pair(struct config *c, const char *pair, struct text *why);
int config_read(struct config *c, const char *text, struct text *why);

/* Sets every pair of `from` in c. c and `from` then share the strings. */
void config_merge(struct config *c, const struct config *from);

/* Makes c share the strings of those pairs that are equal and at the same index in `with`, which saves memory.
 * Changes no value. */
void config_share(struct config *c, const struct config *with);

/* Adds "key=value key=value ..." to out, in the order of c. config_parse() can read it. */
void config_print(const struct config *c, struct text *out);

/* Adds one pair as config_print() does, without a separator. */
void config_print_pair(const char *key, const char *value, struct text *out);

/* Frees all pairs. c is then empty. */
void config_clear(struct config *c);

#endif
