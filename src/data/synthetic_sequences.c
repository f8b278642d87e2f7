/*
 * Generated sequences, for tests that must run without files. One set has words of invented languages; each language
 * is a Markov chain over the same letters. The other set has time series, whose classes differ in frequency and
 * trend. A small network classifies most samples correctly, but not all.
 */
#include "base/arena.h"
#include "base/rng.h"
#include "data/data.h"
#include <math.h>

#define SEED 2015

/* ---- words ---- */

#define LANGUAGES 4
#define LETTERS   12
#define SHORTEST  2
#define LONGEST   12
/* Standard deviation of the logarithm of a letter's probability, before the probabilities are scaled to a sum of 1. */
#define CONTRAST  1.5

#define WORDS_TRAIN 600
#define WORDS_TEST  300

/* The probabilities of letters as cumulative sums up to 1: first[] for the first letter of a word, next[i][] for the
 * letter after letter i. */
struct language {
    double first[LETTERS], next[LETTERS][LETTERS];
};

/* Draws random probabilities of the letters. Writes them as cumulative sums. */
static void draw_probabilities(struct rng *r, double sums[LETTERS])
{
    double sum = 0;

    for (int i = 0; i < LETTERS; i++)
        sums[i] = sum += exp(CONTRAST * rng_normal(r));
    for (int i = 0; i < LETTERS; i++)
        sums[i] /= sum;
}

static void draw_language(struct rng *r, struct language *l)
{
    draw_probabilities(r, l->first);
    for (int i = 0; i < LETTERS; i++)
        draw_probabilities(r, l->next[i]);
}

static int draw_letter(struct rng *r, const double sums[LETTERS])
{
    double u = rng_uniform(r);
    int i = 0;

    while (i < LETTERS - 1 && sums[i] < u)
        i++;
    return i;
}

static void draw_words(const char *stream, const struct language *languages, int count,
                       struct decoded_split *out)
{
    struct rng r = rng_stream(SEED, stream);

    decoded_split_allocate(out, count, LONGEST, 0, true);
    for (int i = 0; i < count; i++) {
        uint8_t *word = out->image + (size_t)i * LONGEST;
        const struct language *l = &languages[i % LANGUAGES];
        int letter = draw_letter(&r, l->first);

        out->label[i] = (uint8_t)(i % LANGUAGES);
        out->length[i] = SHORTEST + (int32_t)rng_below(&r, LONGEST - SHORTEST + 1);
        for (int t = 0; t < out->length[i]; t++, letter = draw_letter(&r, l->next[letter]))
            word[t] = (uint8_t)(1 + letter);
    }
}

static int decode_words(const char *const *paths, struct data_decoded *out)
{
    struct language languages[LANGUAGES];
    struct rng r = rng_stream(SEED, "synthetic languages");

    (void)paths;
    for (int i = 0; i < LANGUAGES; i++)
        draw_language(&r, &languages[i]);
    out->shape = shape_sequence(LONGEST, 1);
    out->classes = LANGUAGES;
    out->tokens = 1 + LETTERS;
    draw_words("synthetic words train", languages, WORDS_TRAIN, &out->train);
    draw_words("synthetic words test", languages, WORDS_TEST, &out->test);
    return 0;
}

/* ---- series ---- */

#define CLASSES      3
#define DIMENSIONS   3
#define STEPS_LEAST  5
#define STEPS_MOST   20
#define NOISE        0.6 /* standard deviation of the noise; the amplitude of the wave is 1 */
#define SERIES_TRAIN 450
#define SERIES_TEST  210

/* Writes a series x [steps][DIMENSIONS]. Each dimension is the sum of a sine wave, the linear trend of the class, and
 * noise. The wave has a random phase and a frequency that depends on class and dimension. The sum is multiplied by
 * `unit` and added to `level`, which depend on the dimension. */
static void draw_series(struct rng *r, int class, int steps, float *x)
{
    static const double turn[CLASSES][DIMENSIONS] = {
        {0.5, 1.0, 1.5}, {0.8, 1.0, 1.0}, {0.5, 1.4, 1.5}}; /* radians per step */
    static const double slope[CLASSES] = {0.04, 0, -0.04};
    static const double level[DIMENSIONS] = {0, 5, -200}, unit[DIMENSIONS] = {1, 0.1, 40};
    double phase[DIMENSIONS];

    for (int c = 0; c < DIMENSIONS; c++)
        phase[c] = 6.283185307179586 * rng_uniform(r);
    for (int t = 0; t < steps; t++)
        for (int c = 0; c < DIMENSIONS; c++) {
            double v = sin(phase[c] + turn[class][c] * t) + slope[class] * t;

            *x++ = (float)(level[c] + unit[c] * (v + NOISE * rng_normal(r)));
        }
}

static void draw_series_split(const char *stream, int count, struct decoded_split *out)
{
    struct rng r = rng_stream(SEED, stream);

    decoded_split_allocate(out, count, 0, STEPS_MOST * DIMENSIONS, true);
    for (int i = 0; i < count; i++) {
        out->label[i] = (uint8_t)(i % CLASSES);
        out->length[i] = STEPS_LEAST + (int32_t)rng_below(&r, STEPS_MOST - STEPS_LEAST + 1);
        draw_series(&r, i % CLASSES, out->length[i],
                    out->series + (size_t)i * STEPS_MOST * DIMENSIONS);
    }
}

static int decode_series(const char *const *paths, struct data_decoded *out)
{
    (void)paths;
    out->shape = shape_sequence(STEPS_MOST, DIMENSIONS);
    out->classes = CLASSES;
    draw_series_split("synthetic series train", SERIES_TRAIN, &out->train);
    draw_series_split("synthetic series test", SERIES_TEST, &out->test);
    return 0;
}

const struct data_type data_synthetic_words = {
    .name = "synthetic-words",
    .usage = "generated words for tests: 2 to 12 of 12 letters, 4 languages, 600 + 300, no files",
    .install = "it is generated",
    .licence = LICENCE_GENERATED,
    .decode = decode_words,
};

const struct data_type data_synthetic_series = {
    .name = "synthetic-series",
    .usage =
        "generated series for tests: 5 to 20 steps of 3 dimensions, 3 classes, 450 + 210, no files",
    .install = "it is generated",
    .licence = LICENCE_GENERATED,
    .decode = decode_series,
};
