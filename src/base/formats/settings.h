/*
 * Files of settings: lines NAME = VALUE, empty lines, and comments, which begin with '#'. Such a file may come from
 * somebody else, so a table says which names and values are allowed. No stored value can act as code in the program
 * that it is passed to, such as gnuplot.
 */
#ifndef NORMLAB_BASE_FORMATS_SETTINGS_H
#define NORMLAB_BASE_FORMATS_SETTINGS_H

#include "base/formats/config.h"
#include "base/list.h"

enum setting_kind {
    SETTING_NUMBER, /* from least to most; stored as format_double() writes it */
    SETTING_WHOLE,  /* a whole number from least to most */
    SETTING_NAME,   /* letters and digits of ASCII, blanks and '-' */
    SETTING_COLOUR, /* as #00559A; stored without the '#' */
    SETTING_DASHES, /* "solid", or 2, 4, 6 or 8 lengths of dashes and gaps as "12,4"; stored as "(12,4)" */
};

/* A setting. A name that ends in '.', as "colour.", stands for one setting for each member: colour.batchnorm, ... */
struct setting {
    const char *name; /* NULL ends a table */
    enum setting_kind kind;
    double least, most; /* the range of a NUMBER or WHOLE */
    const char *use;    /* what the setting is for; only callers read it */
};

/* Reads the file into c: the settings' names and values in the order of the file. members: what may follow a name that ends
 * in '.', as "batchnorm" follows "colour.". Returns 0, or -1 after a message that names file and line. */
int settings_read(struct config *c, const char *path, const struct setting *table,
                  const struct list *members);

/* Returns the table's setting for a name, as colour.batchnorm; NULL when the table has none. */
const struct setting *setting_of(const struct setting *table, const char *name);

#endif
