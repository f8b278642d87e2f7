/* A YAML file as a tree of nodes, each with its line number. yaml_tree.c is the only user of libyaml.
 *
 * Each alias is replaced by a copy of the node that it names. A merge key ("<<: *base", "<<: [*a, *b]") is replaced by
 * the keys of the maps that it names. When a key occurs in several of these maps, the map itself has priority, then the
 * map that is named first. A map that itself has the same key twice is an error. */
#ifndef NORMLAB_BASE_FORMATS_YAML_TREE_H
#define NORMLAB_BASE_FORMATS_YAML_TREE_H

#include <stdbool.h>
#include <stddef.h>

enum tree_kind { TREE_TEXT, TREE_LIST, TREE_MAP };

struct tree {
    enum tree_kind kind;
    /* the line in the file, from 1: that of the key if the node is a map's value, else that of the node */
    int line;
    char *text;        /* TREE_TEXT: the value without its quotes */
    char **key;        /* TREE_MAP: [count] */
    struct tree *item; /* TREE_LIST: [count] items; TREE_MAP: [count] values, item[i] of key[i] */
    int count;
};

/* Makes the tree *t from a YAML text of size_bytes, which must have a NUL after it. A tree of more than 100,000 nodes or 32
 * levels is an error. Messages begin with "NAME:LINE: ". Returns 0, and the caller frees by tree_clear(); or -1 after a
 * message, and then *t is empty. */
int tree_parse(struct tree *t, const char *name, const char *text, size_t size_bytes);

/* Returns the value of a key of a map; map owns it. NULL when map is not a map or lacks the key. */
struct tree *tree_get(const struct tree *map, const char *key);

/* Removes a key and its value from a map and frees them. Does nothing when the map lacks the key. */
void tree_remove(struct tree *map, const char *key);

/* Returns a deep copy of t. In its texts and keys, every "${NAME}" whose NAME is names[i] is replaced by values[i],
 * for 0 <= i < count. The caller frees the copy by tree_clear(). */
struct tree tree_copy(const struct tree *t, int count, char *const *names, char *const *values);

/* Returns "a text", "a list" or "a map", for messages. */
const char *tree_kind_name(enum tree_kind kind);

/* Frees the tree's nodes. *t is then an empty text. */
void tree_clear(struct tree *t);

#endif
