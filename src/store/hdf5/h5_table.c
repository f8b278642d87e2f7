/* Datasets of an HDF5 file that are tables, and the scales that tell what a dimension counts. */
#include "base/arena.h"
#include "base/text.h"
#include "store/hdf5/h5_internal.h"
#include <hdf5_hl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_ROWS 4096

/* What one value takes in memory, whatever its type. */
#define CELL sizeof(double)
_Static_assert(sizeof(char *) == CELL && sizeof(int64_t) == CELL, "a cell holds any value");

/* ---- writing ---- */

/* Bytes of the longest text and its NUL. */
static size_t text_bytes(const struct h5_column *column, size_t rows)
{
    size_t most = 0;

    for (size_t r = 0; r < rows; r++) {
        size_t n = strlen(((char **)column->data)[r]);

        most = n > most ? n : most;
    }
    return most + 1;
}

/* Text of a table has a fixed length: it is compressed with its row, where text of variable length
 * would stand uncompressed outside, and be most of the file. */
static hid_t column_type(const struct h5_column *column, size_t rows,
                         hid_t (*type_of)(enum h5_type))
{
    return column->type == H5_TEXT ? h5_text_type(text_bytes(column, rows)) : type_of(column->type);
}

/* The compound type of a row in memory or in the file, packed; -1 where two columns share a name. */
static hid_t row_type(size_t rows, const struct h5_column *column, int columns,
                      hid_t (*type_of)(enum h5_type))
{
    hid_t row = H5Tcreate(H5T_COMPOUND, 1);
    size_t end = 0;

    for (int c = 0; c < columns; c++) {
        hid_t type = column_type(&column[c], rows, type_of);
        size_t size = H5Tget_size(type);
        bool bad =
            H5Tset_size(row, end + size) < 0 || H5Tinsert(row, column[c].name, end, type) < 0;

        H5Tclose(type);
        if (bad) {
            H5Tclose(row);
            return -1;
        }
        end += size;
    }
    return row;
}

/* The rows as `memory` has them. */
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

static int write_units(struct h5_file *f, const char *name, const struct h5_column *column,
                       int columns)
{
    int r = 0;

    for (int c = 0; c < columns && r == 0; c++) {
        char *units = format_new("units_%s", column[c].name);

        if (column[c].unit)
            r = h5_set_text(f, name, units, column[c].unit);
        free(units);
    }
    return r;
}

int h5_write_table(struct h5_file *f, const char *name, size_t rows, const struct h5_column *column,
                   int columns)
{
    hsize_t dim = rows, chunk = CHUNK_ROWS;
    hid_t memory, stored, space, creation, d;
    char *data;

    if (h5_write_refused(f))
        return -1;
    memory = row_type(rows, column, columns, h5_memory_type);
    if (memory < 0)
        return h5_complain(f, name, "two columns of one name");
    stored = row_type(rows, column, columns, h5_stored_type);
    space = H5Screate_simple(1, &dim, NULL);
    creation = h5_dataset_layout(
        1, &dim, (struct h5_element){(hsize_t)columns, H5Tget_size(stored)}, &chunk, H5_SMALL);
    data = rows_new(rows, column, columns, memory);
    d = h5_dataset_write(f, name, stored, memory, space, creation, data);
    free(data);
    H5Pclose(creation);
    H5Sclose(space);
    H5Tclose(stored);
    H5Tclose(memory);
    if (d < 0)
        return -1;
    H5Dclose(d);
    return write_units(f, name, column, columns);
}

/* ---- reading ---- */

/* A column of the file under way into memory. */
struct reader {
    struct h5_column *column;
    hid_t memory;  /* type of its cells */
    size_t offset; /* of its cells in a row */
};

struct plan {
    struct reader *reader;
    int count;
    size_t row_bytes;
};

/* Plans to read every member that is a number or text. */
static struct plan plan_new(hid_t stored, struct h5_column *column)
{
    int members = H5Tget_nmembers(stored);
    struct plan plan = {0};

    plan.reader = xcalloc((size_t)members, sizeof *plan.reader);
    for (int i = 0; i < members; i++) {
        hid_t type = H5Tget_member_type(stored, (unsigned)i);
        struct reader *r = &plan.reader[plan.count];
        char *name;

        r->column = &column[plan.count];
        r->memory = h5_reading_type(type, H5_INT64, &r->column->type);
        H5Tclose(type);
        if (r->memory < 0)
            continue;
        r->offset = plan.row_bytes;
        plan.row_bytes += H5Tget_size(r->memory);
        name = H5Tget_member_name(stored, (unsigned)i);
        r->column->name = xstrdup(name);
        H5free_memory(name);
        plan.count++;
    }
    return plan;
}

static hid_t plan_type(const struct plan *plan)
{
    hid_t row = H5Tcreate(H5T_COMPOUND, plan->row_bytes);

    for (int i = 0; i < plan->count; i++)
        H5Tinsert(row, plan->reader[i].column->name, plan->reader[i].offset,
                  plan->reader[i].memory);
    return row;
}

static void plan_clear(struct plan *plan)
{
    for (int i = 0; i < plan->count; i++)
        H5Tclose(plan->reader[i].memory);
    free(plan->reader);
}

/* Takes a column's cells out of the rows. */
static void column_fill(const struct reader *r, const char *data, size_t rows, size_t row_bytes)
{
    struct h5_column *column = r->column;
    char *cell = xcalloc(rows, CELL);

    for (size_t i = 0; i < rows; i++) {
        const char *from = data + i * row_bytes + r->offset;

        if (column->type == H5_TEXT)
            ((char **)(void *)cell)[i] = h5_text_new(r->memory, from);
        else
            memcpy(cell + i * CELL, from, CELL);
    }
    column->data = cell;
}

static const char *plan_read(const struct plan *plan, hid_t d, hid_t space, size_t rows)
{
    hid_t row = plan_type(plan);
    char *data = calloc(rows ? rows : 1, plan->row_bytes);
    const char *wrong = NULL;

    if (!data || (rows > 0 && H5Dread(d, row, H5S_ALL, H5S_ALL, H5P_DEFAULT, data) < 0))
        wrong = "cannot be read; the file may be damaged";
    for (int i = 0; i < plan->count && !wrong; i++)
        column_fill(&plan->reader[i], data, rows, plan->row_bytes);
    if (data && rows > 0)
        H5Dvlen_reclaim(row, space, H5P_DEFAULT, data);
    free(data);
    H5Tclose(row);
    return wrong;
}

/* Reads dataset d of type `stored`; what is wrong with it, or NULL. */
static const char *table_read(struct h5_file *f, hid_t d, hid_t stored, size_t *rows,
                              struct h5_column **column, int *columns)
{
    hid_t space;
    const char *wrong = NULL;
    struct plan plan;
    hssize_t count;

    if (H5Tget_class(stored) != H5T_COMPOUND)
        return "is not a table";
    space = H5Dget_space(d);
    *column = xcalloc((size_t)H5Tget_nmembers(stored), sizeof **column);
    plan = plan_new(stored, *column);
    count = H5Sget_simple_extent_ndims(space) == 1 ? h5_elements(f, space, plan.row_bytes) : -1;
    if (plan.count == 0 || count < 0)
        wrong = "is not a table that normlab reads";
    else
        wrong = plan_read(&plan, d, space, (size_t)count);
    *rows = wrong ? 0 : (size_t)count;
    *columns = plan.count;
    plan_clear(&plan);
    H5Sclose(space);
    return wrong;
}

int h5_read_table(struct h5_file *f, const char *name, size_t *rows, struct h5_column **column,
                  int *columns)
{
    hid_t d = h5_exists(f, name) ? H5Dopen2(f->id, name, H5P_DEFAULT) : -1, stored;
    const char *wrong;

    *rows = 0;
    *column = NULL;
    *columns = 0;
    if (d < 0)
        return h5_complain(f, name, "no such table");
    stored = H5Dget_type(d);
    wrong = table_read(f, d, stored, rows, column, columns);
    H5Tclose(stored);
    H5Dclose(d);
    if (wrong) {
        h5_table_clear(*rows, *column, *columns);
        *column = NULL;
        *columns = 0;
        return h5_complain(f, name, wrong);
    }
    for (int c = 0; c < *columns; c++) {
        char *units = format_new("units_%s", (*column)[c].name);

        (*column)[c].unit = h5_get_text(f, name, units);
        free(units);
    }
    return 0;
}

void h5_table_clear(size_t rows, struct h5_column *column, int columns)
{
    for (int c = 0; c < columns; c++) {
        if (column[c].type == H5_TEXT && column[c].data)
            for (size_t r = 0; r < rows; r++)
                free(((char **)column[c].data)[r]);
        free(column[c].data);
        free((char *)(uintptr_t)column[c].name);
        free((char *)(uintptr_t)column[c].unit);
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
    d = h5_exists(f, name) ? H5Dopen2(f->id, name, H5P_DEFAULT) : -1;
    s = h5_exists(f, scale) ? H5Dopen2(f->id, scale, H5P_DEFAULT) : -1;
    ok = d >= 0 && s >= 0 && (H5DSis_scale(s) > 0 || H5DSset_scale(s, label) >= 0) &&
         H5DSattach_scale(d, s, (unsigned)dim) >= 0 && H5DSset_label(d, (unsigned)dim, label) >= 0;
    if (d >= 0)
        H5Dclose(d);
    if (s >= 0)
        H5Dclose(s);
    return ok ? 0 : h5_complain(f, name, "cannot attach a dimension scale");
}
