/* Tables and dimension scales of an HDF5 file. */
#include "base/arena.h"
#include "base/text.h"
#include "store/hdf5/h5_internal.h"
#include <hdf5_hl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_ROWS 4096 /* the largest number of rows in a chunk of a table */

/* The bytes of a column's value in memory, equal for all types. */
#define CELL sizeof(double)
_Static_assert(sizeof(char *) == CELL && sizeof(int64_t) == CELL, "a cell holds any value");

/* Appends a member to the packed compound type `row`, and closes the member's type. Returns 0, or -1 when `row`
 * already has a member of this name. */
static int row_add(hid_t row, const char *name, hid_t type)
{
    size_t end = H5Tget_nmembers(row) > 0 ? H5Tget_size(row) : 0;
    int r = H5Tset_size(row, end + H5Tget_size(type)) < 0 || H5Tinsert(row, name, end, type) < 0;

    H5Tclose(type);
    return r ? -1 : 0;
}

/* ---- writing ---- */

/* Returns the bytes of the longest text of a column, with its NUL. */
static size_t text_bytes(const struct h5_column *column, size_t rows)
{
    size_t most = 0;

    for (size_t r = 0; r < rows; r++) {
        size_t n = strlen(((char **)column->data)[r]);

        most = n > most ? n : most;
    }
    return most + 1;
}

/* Returns the compound type of a row. type_of: h5_memory_type() for the type in memory, h5_stored_type() for the
 * type in the file. -1 when two columns have the same name. Text has a fixed length in tables: then it is compressed
 * with its row, while text of variable length is stored uncompressed and would take most of the file. */
static hid_t row_type(size_t rows, const struct h5_column *column, int columns,
                      hid_t (*type_of)(enum h5_type))
{
    hid_t row = H5Tcreate(H5T_COMPOUND, 1);

    for (int c = 0; c < columns; c++) {
        bool text = column[c].type == H5_TEXT;
        hid_t type = text ? h5_text_type(H5T_CSET_UTF8, text_bytes(&column[c], rows))
                          : type_of(column[c].type);

        if (row_add(row, column[c].name, type)) {
            H5Tclose(row);
            return -1;
        }
    }
    return row;
}

/* Returns the rows of the table, each in the layout of the compound type `memory`: a new array. */
static char *rows_new(size_t rows, const struct h5_column *column, int columns, hid_t memory)
{
    size_t row_bytes = H5Tget_size(memory);
    char *data = xcalloc(rows, row_bytes);

    for (int c = 0; c < columns; c++) {
        char *p = data + H5Tget_member_offset(memory, (unsigned)c);

        for (size_t r = 0; r < rows; r++, p += row_bytes)
            if (column[c].type == H5_TEXT)
                strcpy(p, ((char **)column[c].data)[r]);
            else
                memcpy(p, (const char *)column[c].data + r * CELL, CELL);
    }
    return data;
}

int h5_table_put(struct h5_file *f, const char *name, size_t rows, const struct h5_column *column,
                 int columns, unsigned deflate)
{
    struct h5_shape shape = {.rank = 1, .dim = {rows}, .chunk = {CHUNK_ROWS}, .deflate = deflate};
    hid_t memory = row_type(rows, column, columns, h5_memory_type);
    char *data;
    int r;

    if (memory < 0)
        return h5_complain(f, name, "two columns of one name");
    data = rows_new(rows, column, columns, memory);
    r = h5_dataset_write(f, name, row_type(rows, column, columns, h5_stored_type), memory, &shape,
                         data);
    free(data);
    return r;
}

int h5_write_table(struct h5_file *f, const char *name, size_t rows, const struct h5_column *column,
                   int columns)
{
    int r = h5_write_refused(f) ? -1 : h5_table_put(f, name, rows, column, columns, H5_SMALL);

    for (int c = 0; c < columns && r == 0; c++) {
        char *units = format_new("units_%s", column[c].name);

        if (column[c].unit)
            r = h5_set_text(f, name, units, column[c].unit);
        free(units);
    }
    return r;
}

/* ---- reading ---- */

/* Fills column[] with names and types of those members of the compound type `stored` that are numbers or text, and adds
 * their number to *columns. Returns the compound type for reading them, which the caller closes. */
static hid_t reading_row(hid_t stored, struct h5_column *column, int *columns)
{
    hid_t row = H5Tcreate(H5T_COMPOUND, 1);

    for (int i = 0; i < H5Tget_nmembers(stored); i++) {
        hid_t type = H5Tget_member_type(stored, (unsigned)i);
        struct h5_column *c = &column[*columns];
        hid_t memory = h5_reading_type(type, H5_INT64, &c->type);
        char *name;

        H5Tclose(type);
        if (memory < 0)
            continue;
        name = H5Tget_member_name(stored, (unsigned)i);
        /* NULL when there is no memory; h5_end() ends the process soon after */
        c->name = xstrdup(name ? name : "");
        H5free_memory(name);
        row_add(row, c->name, memory);
        ++*columns;
    }
    return row;
}

/* Sets the column's data to a new array with member number c of all rows in `data`, which have the type `row`. */
static void column_fill(struct h5_column *column, int c, hid_t row, const char *data, size_t rows)
{
    hid_t memory = H5Tget_member_type(row, (unsigned)c);
    size_t row_bytes = H5Tget_size(row);
    char *cell = xcalloc(rows, CELL);

    data += H5Tget_member_offset(row, (unsigned)c);
    for (size_t i = 0; i < rows; i++, data += row_bytes)
        if (column->type == H5_TEXT)
            ((char **)(void *)cell)[i] = h5_text_new(memory, data);
        else
            memcpy(cell + i * CELL, data, CELL);
    H5Tclose(memory);
    column->data = cell;
}

/* Reads the table in dataset d of type `stored`. Returns NULL, or what is wrong with the dataset, a new string. The caller
 * clears the columns in both cases. */
static char *table_read(struct h5_file *f, hid_t d, hid_t stored, size_t *rows,
                        struct h5_column **column, int *columns)
{
    hid_t row, space;
    hssize_t count;
    char *data = NULL, *wrong = NULL;

    if (H5Tget_class(stored) != H5T_COMPOUND)
        return xstrdup("is not a table");
    *column = xcalloc((size_t)H5Tget_nmembers(stored), sizeof **column);
    row = reading_row(stored, *column, columns);
    space = H5Dget_space(d);
    count = H5Sget_simple_extent_ndims(space) == 1 ? h5_elements(f, space, H5Tget_size(row)) : -1;
    if (*columns == 0 || count < 0)
        wrong = xstrdup("is not a table that normlab reads");
    else if (!(data = h5_read_raw(d, row, (size_t)count)))
        wrong = h5_why_unread(d);
    *rows = data ? (size_t)count : 0;
    for (int c = 0; c < *columns && data; c++)
        column_fill(&(*column)[c], c, row, data, *rows);
    if (data)
        h5_free_raw(d, row, data);
    H5Sclose(space);
    H5Tclose(row);
    return wrong;
}

char *h5_table_get(struct h5_file *f, hid_t d, size_t *rows, struct h5_column **column,
                   int *columns)
{
    hid_t stored = H5Dget_type(d);
    char *wrong;

    *rows = 0;
    *column = NULL;
    *columns = 0;
    wrong = table_read(f, d, stored, rows, column, columns);
    H5Tclose(stored);
    if (wrong) {
        h5_table_clear(*rows, *column, *columns);
        *column = NULL;
        *columns = 0;
    }
    return wrong;
}

int h5_read_table(struct h5_file *f, const char *name, size_t *rows, struct h5_column **column,
                  int *columns)
{
    bool there = h5_exists(f, name);
    char *wrong;
    hid_t d;

    *rows = 0;
    *column = NULL;
    *columns = 0;
    h5_begin();
    d = there ? H5Dopen2(f->id, name, H5P_DEFAULT) : -1;
    if (d < 0)
        return h5_complain_absent(f, name, "no such table");
    wrong = h5_table_get(f, d, rows, column, columns);
    H5Dclose(d);
    return h5_end_reading(f, name, wrong);
}

void h5_table_clear(size_t rows, struct h5_column *column, int columns)
{
    for (int c = 0; c < columns; c++) {
        if (column[c].type == H5_TEXT && column[c].data)
            for (size_t r = 0; r < rows; r++)
                free(((char **)column[c].data)[r]);
        free(column[c].data);
        free((char *)(uintptr_t)column[c].name);
    }
    free(column);
}

/* ---- scales ---- */

int h5_scale(struct h5_file *f, const char *name, int dim, const char *scale, const char *label)
{
    hid_t d, s;
    bool ok;

    if (h5_write_refused(f))
        return -1;
    ok = h5_exists(f, name) && h5_exists(f, scale);
    h5_begin();
    d = ok ? H5Dopen2(f->id, name, H5P_DEFAULT) : -1;
    s = ok ? H5Dopen2(f->id, scale, H5P_DEFAULT) : -1;
    ok = d >= 0 && s >= 0 && (H5DSis_scale(s) > 0 || H5DSset_scale(s, label) >= 0) &&
         H5DSattach_scale(d, s, (unsigned)dim) >= 0 && H5DSset_label(d, (unsigned)dim, label) >= 0;
    if (d >= 0)
        H5Dclose(d);
    if (s >= 0)
        H5Dclose(s);
    h5_end(f);
    return ok ? 0 : h5_complain(f, name, "cannot attach a dimension scale");
}
