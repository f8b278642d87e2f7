/* Matrix products and transposes, of sizes that may differ in each call. */
#ifndef NORMLAB_KERNELS_VECTOR_VECTOR_MATMUL_H
#define NORMLAB_KERNELS_VECTOR_VECTOR_MATMUL_H

#include "kernels/vector/vector_flat.h"

/* The size of a tile of C, which is as large as the vector registers can hold. */
enum {
    TILE_VECTORS = VECTOR_BYTES == 64 ? 4 : 2,
    TILE_ROWS = VECTOR_BYTES == 64 ? 6 : 4,
    NARROW_ROWS = 8, /* rows of a tile that is one vector wide */
};

/* Computes the tile of C at row i and column j: `rows` rows of `vectors` vectors, of which the last has n lanes.
 * Callers pass constants, so that the compiler unrolls the loops. */
INLINE void matmul_tile(const struct matmul *p, int i, int j, int rows, int vectors, int n)
{
    const real *a = p->a + (size_t)i * p->a_row, *b = p->b + j;
    const real *from = p->from ? p->from + (size_t)i * p->ld_from + j : NULL;
    real *c = p->c + (size_t)i * p->ldc + j;
    vec sum[NARROW_ROWS][TILE_VECTORS] = {{{0}}};

    for (int r = 0; r < rows && from; r++)
        for (int v = 0; v < vectors; v++)
            sum[r][v] =
                load(from + (size_t)r * p->ld_from + v * LANES, v == vectors - 1 ? n : LANES);
    for (int l = 0; l < p->k; l++, a += p->a_column, b += p->ldb) {
        vec row[TILE_VECTORS];

        for (int v = 0; v < vectors; v++)
            row[v] = load(b + v * LANES, v == vectors - 1 ? n : LANES);
        for (int r = 0; r < rows; r++) {
            vec factor = splat(a[(size_t)r * p->a_row]);

            for (int v = 0; v < vectors; v++)
                sum[r][v] += factor * row[v];
        }
    }
#define EACH(...)                                                                                  \
    for (int r = 0; r < rows; r++)                                                                 \
        for (int v = 0; v < vectors; v++) {                                                        \
            int lanes = v == vectors - 1 ? n : LANES;                                              \
            __VA_ARGS__;                                                                           \
        }
#define AT(array) load(p->end.array + (size_t)(i + r) * p->end.ld_##array + j + v * LANES, lanes)
    if (p->end.plus)
        EACH(sum[r][v] += AT(plus))
    if (p->end.relu)
        EACH((void)lanes; sum[r][v] = positive(sum[r][v]))
    if (p->end.gate)
        EACH(sum[r][v] = keep(~(AT(gate) <= 0), sum[r][v]))
    EACH(store(c + (size_t)r * p->ldc + v * LANES, sum[r][v], lanes))
#undef EACH
#undef AT
}

/* Computes all rows of `vectors` vectors of C that start at column j; the last vector has n lanes. Tiles have `tile`
 * rows, the last ones fewer. */
INLINE void matmul_strip(const struct matmul *p, int j, int tile, int vectors, int n)
{
    int i = 0;

#define ROWS(count)                                                                                \
    for (; p->m - i >= (count); i += (count))                                                      \
    matmul_tile(p, i, j, count, vectors, n)
    ROWS(tile);
    if (tile > 4)
        ROWS(4);
    ROWS(2);
    ROWS(1);
#undef ROWS
}

/* Computes the product for up to MATMUL_BLOCK terms: C = A B + F, followed by p->end. */
static void matmul_block(const struct matmul *p)
{
    int j = 0;

    for (; p->n - j >= TILE_VECTORS * LANES; j += TILE_VECTORS * LANES)
        matmul_strip(p, j, TILE_ROWS, TILE_VECTORS, LANES);
    for (; p->n - j > LANES; j += 2 * LANES)
        matmul_strip(p, j, TILE_ROWS, 2, p->n - j < 2 * LANES ? p->n - j - LANES : LANES);
    if (p->n - j == LANES)
        matmul_strip(p, j, NARROW_ROWS, 1, LANES);
    else if (j < p->n)
        matmul_strip(p, j, NARROW_ROWS, 1, p->n - j);
}

/* C += A B for a further block of terms. A piece of HEIGHT x WIDTH elements of the product is summed at a time, then added. */
static void matmul_add(const struct matmul *p)
{
    enum { HEIGHT = 4 * TILE_ROWS, WIDTH = TILE_VECTORS * LANES };
    real piece[HEIGHT * WIDTH];

    for (int i = 0; i < p->m; i += HEIGHT)
        for (int j = 0; j < p->n; j += WIDTH) {
            struct matmul sub = *p;

            sub.m = p->m - i < HEIGHT ? p->m - i : HEIGHT;
            sub.n = p->n - j < WIDTH ? p->n - j : WIDTH;
            sub.a += (size_t)i * p->a_row;
            sub.b += j;
            sub.from = NULL;
            sub.end = (struct matmul_end){0};
            sub.c = piece;
            sub.ldc = WIDTH;
            matmul_block(&sub);
            for (int r = 0; r < sub.m; r++) {
                real *c = p->c + (size_t)(i + r) * p->ldc + j;

                sum((size_t)sub.n, c, piece + r * WIDTH, c);
            }
        }
}

static void matmul(const struct matmul *p)
{
    bool ends_later = p->k > MATMUL_BLOCK && (p->end.plus || p->end.relu || p->end.gate);
    struct matmul block = *p;

    if (ends_later)
        block.end = (struct matmul_end){0};
    for (int l = 0; l == 0 || l < p->k; l += MATMUL_BLOCK) {
        block.k = p->k - l < MATMUL_BLOCK ? p->k - l : MATMUL_BLOCK;
        if (l == 0)
            matmul_block(&block);
        else
            matmul_add(&block);
        block.a += MATMUL_BLOCK * p->a_column;
        block.b += MATMUL_BLOCK * p->ldb;
    }
    if (ends_later) { /* adds no terms to C: only p->end is done */
        block = *p;
        block.k = 0;
        block.from = p->c;
        block.ld_from = p->ldc;
        matmul_block(&block);
    }
}

#ifdef NORMLAB_REAL_DOUBLE
enum { SQUARE = 4 };

INLINE void transpose_square(const real *from, size_t ld_from, real *to, size_t ld_to)
{
    __m256d row[SQUARE], pair[SQUARE];

    for (size_t i = 0; i < SQUARE; i++)
        row[i] = _mm256_loadu_pd(from + i * ld_from);
    for (int i = 0; i < SQUARE; i += 2) {
        pair[i] = _mm256_unpacklo_pd(row[i], row[i + 1]);
        pair[i + 1] = _mm256_unpackhi_pd(row[i], row[i + 1]);
    }
    for (size_t i = 0; i < 2; i++) {
        _mm256_storeu_pd(to + i * ld_to, _mm256_permute2f128_pd(pair[i], pair[i + 2], 0x20));
        _mm256_storeu_pd(to + (i + 2) * ld_to, _mm256_permute2f128_pd(pair[i], pair[i + 2], 0x31));
    }
}
#else
enum { SQUARE = 8 };

/* Transposes a square of SQUARE x SQUARE elements: exchanges elements between pairs of rows, then between pairs of
 * these pairs, then between the halves of vectors. */
INLINE void transpose_square(const real *from, size_t ld_from, real *to, size_t ld_to)
{
    __m256 row[SQUARE], pair[SQUARE], four[SQUARE];

    for (size_t i = 0; i < SQUARE; i++)
        row[i] = _mm256_loadu_ps(from + i * ld_from);
    for (int i = 0; i < SQUARE; i += 2) {
        pair[i] = _mm256_unpacklo_ps(row[i], row[i + 1]);
        pair[i + 1] = _mm256_unpackhi_ps(row[i], row[i + 1]);
    }
    for (int i = 0; i < SQUARE; i += 4)
        for (int j = 0; j < 2; j++) {
            four[i + 2 * j] = _mm256_shuffle_ps(pair[i + j], pair[i + j + 2], 0x44);
            four[i + 2 * j + 1] = _mm256_shuffle_ps(pair[i + j], pair[i + j + 2], 0xee);
        }
    for (size_t i = 0; i < 4; i++) {
        _mm256_storeu_ps(to + i * ld_to, _mm256_permute2f128_ps(four[i], four[i + 4], 0x20));
        _mm256_storeu_ps(to + (i + 4) * ld_to, _mm256_permute2f128_ps(four[i], four[i + 4], 0x31));
    }
}
#endif

/* When a side is no multiple of SQUARE, the last squares overlap those before them, so that every element is in one. */
static void transpose(size_t rows, size_t columns, const real *from, size_t ld_from, real *to,
                      size_t ld_to)
{
    if (rows < SQUARE || columns < SQUARE) {
        kernels_plain.transpose(rows, columns, from, ld_from, to, ld_to);
        return;
    }
    for (size_t j = 0; j < columns; j += SQUARE) {
        j = j + SQUARE > columns ? columns - SQUARE : j;
        for (size_t i = 0; i < rows; i += SQUARE) {
            i = i + SQUARE > rows ? rows - SQUARE : i;
            transpose_square(from + i * ld_from + j, ld_from, to + j * ld_to + i, ld_to);
        }
    }
}

#endif
