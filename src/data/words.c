/*
 * Which language is this word? Words of nine languages, from Debian's word lists. A word is a line of 2 to
 * 32 letters and nothing else, in lower case; one that several lists have is left out. A sample is its
 * letters' numbers: those that occur, by code point, are 1, 2, ...; 0 is padding.
 *
 * What is taken follows from a hash of each word, rng_key(0, word, 0): a word whose hash is a multiple of
 * 7 is for testing, any other for training, whatever else the lists hold, so that newer lists move no word
 * from one side to the other; of each side and language those with the least hashes are taken, as many of
 * each language, in that order, the languages in turn.
 *
 * Swedish is not among them: Debian 12's list is in Latin-1, and which encoding a release has cannot be
 * told for sure.
 */
#include "base/arena.h"
#include "base/error.h"
#include "base/rng.h"
#include "data/data.h"
#include "data/source.h"
#include "data/utf8.h"
#include <stdlib.h>
#include <string.h>

/* LIST(file, package), by the language's name: a label is the place in this table. */
#define LISTS                                                                                      \
    LIST("danish", "wdanish")                                                                      \
    LIST("dutch", "wdutch")                                                                        \
    LIST("american-english", "wamerican")                                                          \
    LIST("french", "wfrench")                                                                      \
    LIST("ngerman", "wngerman")                                                                    \
    LIST("italian", "witalian")                                                                    \
    LIST("polish", "wpolish")                                                                      \
    LIST("portuguese", "wportuguese")                                                              \
    LIST("spanish", "wspanish")

#define LIST(file, package) +1
enum { LANGUAGES = LISTS };
#undef LIST

#define SHORTEST   2
#define LONGEST    32
#define TRAIN      6000 /* of each language */
#define TEST       1000
#define TEST_SHARE 7   /* one word in so many is for testing */
#define CHARACTERS 256 /* room for a line before its marks are taken in */

/* A line that is a word, in a list. */
struct word {
    uint64_t hash;
    uint32_t at; /* of its characters, UTF-8, NUL behind them, in the text */
    uint8_t list;
};

struct lists {
    struct word *word;
    size_t words, room;
    char *text;
    size_t text_bytes, text_room;
};

/* ---- reading ---- */

/* Writes a line's word as UTF-8 with a NUL. Its bytes without that; 0: it is no word; -1: it is not valid
 * UTF-8. */
static int line_word(const char *line, size_t n, char word[LONGEST * UTF8_MAX + 1])
{
    int32_t character[CHARACTERS];
    int count = utf8_lower(line, n, character, CHARACTERS), bytes = 0;

    if (count < 0)
        return -1;
    if (count < SHORTEST || count > LONGEST)
        return 0;
    for (int i = 0; i < count; i++) {
        if (!utf8_is_letter(character[i]))
            return 0;
        bytes += utf8_put(character[i], (uint8_t *)word + bytes);
    }
    word[bytes] = '\0';
    return bytes;
}

/* Makes room for `more` further things, doubling. */
static void *grow(void *p, size_t used, size_t more, size_t *room, size_t size)
{
    if (used + more <= *room)
        return p;
    *room = 2 * *room + more + 4096;
    return xrealloc(p, *room * size);
}

static int add_word(struct lists *l, int list, const char *word, int bytes)
{
    size_t n = (size_t)bytes + 1;

    if (l->text_bytes + n > UINT32_MAX)
        return error("the word lists hold more than 4 GB of words: are they word lists?");
    l->text = grow(l->text, l->text_bytes, n, &l->text_room, 1);
    l->word = grow(l->word, l->words, 1, &l->room, sizeof *l->word);
    memcpy(l->text + l->text_bytes, word, n);
    l->word[l->words++] =
        (struct word){rng_key(0, word, 0), (uint32_t)l->text_bytes, (uint8_t)list};
    l->text_bytes += n;
    return 0;
}

static int add_lines(struct lists *l, int list, const char *path, const char *s, size_t size)
{
    const char *end = s + size, *next;
    char word[LONGEST * UTF8_MAX + 1];

    for (size_t line = 1; s < end; line++, s = next) {
        const char *stop = memchr(s, '\n', (size_t)(end - s));
        int bytes;

        stop = stop ? stop : end;
        next = stop < end ? stop + 1 : end;
        if (stop > s && stop[-1] == '\r')
            stop--;
        bytes = line_word(s, (size_t)(stop - s), word);
        if (bytes < 0)
            return error("%s:%zu: the line is not valid UTF-8; the list must be in that encoding",
                         path, line);
        if (bytes > 0 && add_word(l, list, word, bytes))
            return -1;
    }
    return 0;
}

static int read_lists(struct lists *l, const char *const *paths)
{
    for (int list = 0; list < LANGUAGES; list++) {
        size_t size;
        uint8_t *lines = source_read(paths[list], &size);
        int r = lines ? add_lines(l, list, paths[list], (const char *)lines, size) : -1;

        free(lines);
        if (r)
            return -1;
    }
    return 0;
}

/* ---- choosing ---- */

static int compare(const void *a, const void *b, void *text)
{
    const struct word *v = a, *w = b;

    if (v->hash != w->hash)
        return v->hash < w->hash ? -1 : 1;
    return strcmp((char *)text + v->at, (char *)text + w->at);
}

/* Of sorted words, equal ones side by side, takes those that are in one list alone; count is how many
 * there are of each list, for training and for testing, taken or not. */
static void choose(const struct lists *l, int count[LANGUAGES][2], const struct word **train,
                   const struct word **test)
{
    for (size_t i = 0, end; i < l->words; i = end) {
        const struct word *w = &l->word[i];
        bool is_test = w->hash % TEST_SHARE == 0, alone = true;
        int place;

        for (end = i + 1; end < l->words && compare(w, &l->word[end], l->text) == 0; end++)
            alone = alone && l->word[end].list == w->list;
        if (!alone)
            continue;
        place = count[w->list][is_test]++;
        if (place < (is_test ? TEST : TRAIN))
            (is_test ? test : train)[place * LANGUAGES + w->list] = w;
    }
}

static int check_counts(const char *const *paths, int count[LANGUAGES][2])
{
    for (int i = 0; i < LANGUAGES; i++)
        if (count[i][0] < TRAIN || count[i][1] < TEST)
            return error("%s: too few words that no other list has: %d for training, of %d, and %d "
                         "for testing, of %d; it must be the whole list",
                         paths[i], count[i][0], TRAIN, count[i][1], TEST);
    return 0;
}

/* ---- tokens ---- */

/* The characters that occur, in order; a token is the place of its character, from 1 on. */
struct alphabet {
    int32_t character[256];
    int count;
};

/* The place of a character: where it is, or has to go. */
static int alphabet_place(const struct alphabet *a, int32_t character)
{
    int low = 0, high = a->count;

    while (low < high) {
        int middle = (low + high) / 2;

        if (a->character[middle] < character)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Adds the characters of words, of which the longest makes *longest larger. */
static int alphabet_add(struct alphabet *a, const struct lists *l, const struct word *const *words,
                        int count, int *longest)
{
    for (int i = 0; i < count; i++) {
        const uint8_t *s = (const uint8_t *)l->text + words[i]->at;
        int32_t character;
        int length = 0;

        for (; *s; length++) {
            int place;

            s += utf8_get(s, &character);
            place = alphabet_place(a, character);
            if (place < a->count && a->character[place] == character)
                continue;
            if (a->count == 255)
                return error("the words are written in more than 255 letters: are these the "
                             "languages' lists?");
            memmove(a->character + place + 1, a->character + place,
                    (size_t)(a->count++ - place) * sizeof *a->character);
            a->character[place] = character;
        }
        *longest = length > *longest ? length : *longest;
    }
    return 0;
}

static void write_split(const struct alphabet *a, const struct lists *l,
                        const struct word *const *words, int count, int longest, uint8_t **token,
                        int32_t **length, uint8_t **label)
{
    *token = xcalloc((size_t)count, (size_t)longest);
    *length = xcalloc((size_t)count, sizeof **length);
    *label = xcalloc((size_t)count, 1);
    for (int i = 0; i < count; i++) {
        const uint8_t *s = (const uint8_t *)l->text + words[i]->at;
        uint8_t *to = *token + (size_t)i * (size_t)longest;
        int32_t character;

        for (; *s; (*length)[i]++) {
            s += utf8_get(s, &character);
            *to++ = (uint8_t)(1 + alphabet_place(a, character));
        }
        (*label)[i] = words[i]->list;
    }
}

static int write_words(const struct lists *l, const struct word *const *train,
                       const struct word *const *test, struct data_decoded *out)
{
    struct alphabet a = {.count = 0};
    int longest = 0;

    out->classes = LANGUAGES;
    out->train_count = LANGUAGES * TRAIN;
    out->test_count = LANGUAGES * TEST;
    if (alphabet_add(&a, l, train, out->train_count, &longest) ||
        alphabet_add(&a, l, test, out->test_count, &longest))
        return -1;
    out->tokens = 1 + a.count;
    out->shape = shape_sequence(longest, 1);
    write_split(&a, l, train, out->train_count, longest, &out->train_image, &out->train_length,
                &out->train_label);
    write_split(&a, l, test, out->test_count, longest, &out->test_image, &out->test_length,
                &out->test_label);
    return 0;
}

static int decode(const char *const *paths, struct data_decoded *out)
{
    struct lists l = {0};
    const struct word **train = xcalloc((size_t)LANGUAGES * TRAIN, sizeof *train);
    const struct word **test = xcalloc((size_t)LANGUAGES * TEST, sizeof *test);
    int count[LANGUAGES][2] = {{0}}, r = read_lists(&l, paths);

    if (r == 0 && l.words)
        qsort_r(l.word, l.words, sizeof *l.word, compare, l.text);
    if (r == 0) {
        choose(&l, count, train, test);
        r = check_counts(paths, count);
    }
    if (r == 0)
        r = write_words(&l, train, test, out);
    free(train);
    free(test);
    free(l.word);
    free(l.text);
    return r;
}

const struct data_type data_words = {
    .name = "words",
    .usage =
        "which of 9 languages is this word? 2 to 32 letters, 54000 + 9000 words, from Debian's "
        "word lists",
#define LIST(file, package) file,
    .files = {LISTS},
#undef LIST
    .folder = "/usr/share/dict",
#define LIST(file, package) " " package
    .install = "apt install" LISTS,
#undef LIST
    .decode = decode,
};
