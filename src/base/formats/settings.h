/*
 * Files of settings: lines NAME = VALUE, empty lines, and comments, which begin with '#'. Such a file may come from
 * somebody else, so each name and value is checked by a table; what is read is harmless in any language.
 */
#ifndef NORMLAB_BASE_FORMATS_SETTINGS_H
#define NORMLAB_BASE_FORMATS_SETTINGS_H

#include "base/formats/config.h"
#include "base/list.h"

enum setting_kind {
    SETTING_NUMBER, /* from least to most; read as format_double() writes it */
    SETTING_WHOLE,  /* a whole number from least to most */
    SETTING_NAME,   /* letters and digits of ASCII, blanks and '-' */
    SETTING_COLOUR, /* as #00559A; read without the '#' */
    SETTING_DASHES, /* "solid", or 2, 4, 6 or 8 lengths of dashes and gaps as "12,4"; read as "(12,4)" */
};

/* A setting. A name that ends in '.' stands for several: with each member behind it, as colour.batchnorm. */
struct setting {
    const char *name; /* NULL ends a table */
    enum setting_kind kind;
    double least, most;
    const char *use; /* for the caller */
};

/* Reads the file into c, which has the values of the names in the order of the file. Returns 0, or -1 after a message that
 * names file and line. */
int settings_read(struct config *c, const char *path, const struct setting *table,
                  const struct list *members);

/* The table's setting of a name that was read. */
const struct setting *setting_of(const struct setting *table, const char *name);

#endif
