/* Rows of Winograd's tiles: see winograd_rows.h. */
#include "layers/conv/winograd_rows.h"
#include "base/arena.h"

struct winograd_job winograd_job_make(int h, int w, int before, int in, int out_h, int out_w,
                                      int out)
{
    return (struct winograd_job){.h = h,
                                 .w = w,
                                 .before = before,
                                 .in = in,
                                 .out_h = out_h,
                                 .out_w = out_w,
                                 .out = out,
                                 .tiles_y = (out_h + WINOGRAD_OUT - 1) / WINOGRAD_OUT,
                                 .tiles_x = (out_w + WINOGRAD_OUT - 1) / WINOGRAD_OUT};
}

size_t winograd_rows(const struct winograd_job *j, size_t tiles, size_t bytes)
{
    size_t tile_bytes = WINOGRAD_PLANES * (size_t)(j->in + j->out) * sizeof(real),
           rows = smaller(tiles, bytes / tile_bytes) / (size_t)j->tiles_x;

    return rows > 1 ? rows : 1;
}

size_t winograd_spaced(size_t n)
{
    return n + ARENA_ALIGN / sizeof(real);
}

struct stretch stretch_make(size_t first, size_t end, size_t rows)
{
    return (struct stretch){first, smaller(rows, end - first)};
}

/* Returns the first image row of row i of tiles, and sets *sample. */
static int image_row(const struct winograd_job *j, size_t i, size_t *sample)
{
    *sample = i / (size_t)j->tiles_y;
    return WINOGRAD_OUT * (int)(i % (size_t)j->tiles_y);
}

/* Returns the number of image rows, of h, in the row of tiles that begins with image row `row`. */
static int tile_height(int h, int row)
{
    return h - row < WINOGRAD_OUT ? h - row : WINOGRAD_OUT;
}

/* Returns the memory of the stretch s of images of h rows, which have `line` elements each. */
static struct span span_of(const struct winograd_job *j, struct stretch s, const real *images,
                           int h, size_t line)
{
    size_t sample, first, end;
    int row;

    if (s.rows == 0)
        return (struct span){images, 0};
    row = image_row(j, s.first, &sample);
    first = sample * (size_t)h + (size_t)row;
    row = image_row(j, s.first + s.rows - 1, &sample);
    end = sample * (size_t)h + (size_t)(row + tile_height(h, row));
    return (struct span){images + first * line, (end - first) * line};
}

struct span span_inputs(const struct winograd_job *j, struct stretch s, const real *x)
{
    return span_of(j, s, x, j->h, (size_t)j->w * (size_t)j->in);
}

struct span span_outputs(const struct winograd_job *j, struct stretch s, const real *y)
{
    return span_of(j, s, y, j->out_h, (size_t)j->out_w * (size_t)j->out);
}

void span_fetch(struct span s, size_t number, size_t pieces, bool to_write)
{
    enum { LINE = ARENA_ALIGN / sizeof(real) };
    size_t end = s.count * (number + 1) / pieces;

    for (size_t i = s.count * number / pieces; i < end; i += LINE)
        if (to_write)
            __builtin_prefetch(s.at + i, 1);
        else
            __builtin_prefetch(s.at + i);
}

void winograd_inputs(const struct kernels *k, const struct winograd_job *j, struct stretch s,
                     const real *x, real *u, size_t plane)
{
    size_t image = (size_t)j->h * (size_t)j->w * (size_t)j->in,
           tiles = (size_t)j->tiles_x * (size_t)j->in, sample;

    for (size_t r = 0; r < s.rows; r++) {
        int row = image_row(j, s.first + r, &sample);

        k->winograd_input(j->tiles_x, j->in, x + sample * image, j->h, j->w, row - j->before,
                          -j->before, u + r * tiles, plane);
    }
}

void winograd_outputs(const struct kernels *k, const struct winograd_job *j, struct stretch s,
                      const real *m, size_t plane, real *y, bool add)
{
    size_t line = (size_t)j->out_w * (size_t)j->out, tiles = (size_t)j->tiles_x * (size_t)j->out,
           sample;

    for (size_t r = 0; r < s.rows; r++) {
        int row = image_row(j, s.first + r, &sample);

        k->winograd_output(j->tiles_x, j->out, m + r * tiles, plane, tile_height(j->out_h, row),
                           j->out_w, y + (sample * (size_t)j->out_h + (size_t)row) * line, line,
                           add);
    }
}

void winograd_gradients(const struct kernels *k, const struct winograd_job *j, struct stretch s,
                        const real *dy, real *v, size_t plane)
{
    size_t line = (size_t)j->out_w * (size_t)j->out, tiles = (size_t)j->tiles_x * (size_t)j->out,
           sample;

    for (size_t r = 0; r < s.rows; r++) {
        int row = image_row(j, s.first + r, &sample);

        k->winograd_gradient(j->tiles_x, j->out,
                             dy + (sample * (size_t)j->out_h + (size_t)row) * line, line,
                             tile_height(j->out_h, row), j->out_w, v + r * tiles, plane);
    }
}
