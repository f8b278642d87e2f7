/*
 * The set `words`: a network must tell which of nine languages a word belongs to. The words are from Debian's word
 * lists. A line of a list is a word when it has 2 to 32 letters and no other characters; words are converted to lower
 * case. Words that are in several lists are left out. A sample is the tokens of the word's letters. All letters that
 * occur are numbered 1, 2, ... in the order of their code points; 0 is padding.
 *
 * The hash of a word, rng_key(0, word, 0), decides its split: a word is a test word if the hash is a multiple of 7,
 * else a training word. A newer version of a list therefore moves no word to the other split. Each split has equally
 * many words of each language, those with the smallest hashes, in the order of the hashes; neighbouring samples are
 * of different languages.
 *
 * There is no Swedish, because Debian 12's Swedish list is in Latin-1 and a list does not state its encoding. This
 * file is the only user of utf8proc.
 */
#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/rng.h"
#include "data/data.h"
#include "data/source.h"
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* LIST(file, package, licence) for each language, in the order of their English names. A label is an index in this table. The
 * licences are those that /usr/share/doc/PACKAGE/copyright states. */
#define LISTS                                                                                      \
    LIST("danish", "wdanish", "GPL-2+")                                                            \
    LIST("dutch", "wdutch", "BSD or CC BY 3.0")                                                    \
    LIST("american-english", "wamerican", "SCOWL, permissive")                                     \
    LIST("french", "wfrench", "GPL-2+")                                                            \
    LIST("ngerman", "wngerman", "GPL-2+")                                                          \
    LIST("italian", "witalian", "GPL-3+")                                                          \
    LIST("polish", "wpolish", "GPL-2, LGPL-2.1, MPL-1.1, Apache-2.0 or CC BY 4.0")                 \
    LIST("portuguese", "wportuguese", "GPL-2+, LGPL-2.1+ or MPL-1.1")                              \
    LIST("spanish", "wspanish", "public domain")

#define LIST(file, package, licence) +1
enum { LANGUAGES = LISTS };
#undef LIST

#define SHORTEST    2
#define LONGEST     32
#define TRAIN       6000 /* training words of each language */
#define TEST        1000 /* test words of each language */
#define TEST_SHARE  7    /* one word in 7 is a test word */
#define CHARACTERS  256  /* the most characters of a line; an accent counts as one */
#define UTF8_MAX    4    /* the most bytes of a character */
#define CODE_POINTS 0x110000

struct word {
    uint64_t hash;
    uint32_t at;  /* index of the word in lists.text, where it is UTF-8 and ends with a NUL */
    uint8_t list; /* index of its list in LISTS: the label */
};

struct lists {
    struct word *word;
    size_t words;
    struct text text; /* all words, one after the other */
};

/* ---- reading ---- */

/* True when the character is a letter of any script. False for an accent without a letter. */
static bool is_letter(int32_t character)
{
    utf8proc_category_t category = utf8proc_category(character);

    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

/* Converts line[0..n) to characters in Unicode normalization form C, then each character to lower case; ß stays ß.
 * Returns the number of characters; CHARACTERS + 1 when they do not fit; -1 when the line is not valid UTF-8. */
static int lower(const char *line, size_t n, int32_t character[CHARACTERS])
{
    const utf8proc_option_t form = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    utf8proc_ssize_t count = utf8proc_decompose((const utf8proc_uint8_t *)line, (utf8proc_ssize_t)n,
                                                character, CHARACTERS, form);

    if (count < 0)
        return -1;
    if (count > CHARACTERS)
        return CHARACTERS + 1;
    count = utf8proc_normalize_utf32(character, count, form);
    if (count < 0)
        BUG("characters that were just decoded do not compose: %s", utf8proc_errmsg(count));
    for (utf8proc_ssize_t i = 0; i < count; i++)
        character[i] = utf8proc_tolower(character[i]);
    return (int)count;
}

/* Converts the line to a word in lower case, UTF-8 with a NUL at its end. Returns the bytes of the word without the
 * NUL; 0 when the line is not a word; -1 when it is not valid UTF-8. */
static int line_word(const char *line, size_t n, char word[LONGEST * UTF8_MAX + 1])
{
    int32_t character[CHARACTERS];
    int count = lower(line, n, character), bytes = 0;

    if (count < 0)
        return -1;
    if (count < SHORTEST || count > LONGEST)
        return 0;
    for (int i = 0; i < count; i++) {
        if (!is_letter(character[i]))
            return 0;
        bytes += (int)utf8proc_encode_char(character[i], (uint8_t *)word + bytes);
    }
    word[bytes] = '\0';
    return bytes;
}

/* Adds a word of `bytes` bytes without its NUL. Returns 0, or -1 after a message. */
static int add_word(struct lists *l, int list, const char *word, int bytes)
{
    if (l->text.length + (size_t)bytes >= UINT32_MAX)
        return error("the word lists hold more than 4 GB of words: are they word lists?");
    array_add(l->word, l->words) =
        (struct word){rng_key(0, word, 0), (uint32_t)l->text.length, (uint8_t)list};
    text_addn(&l->text, word, (size_t)bytes + 1);
    return 0;
}

/* Adds the words of a list. text: the content of its file, which this overwrites. Returns 0, or -1 after a message. */
static int add_lines(struct lists *l, int list, const char *path, char *text, size_t size)
{
    const char *end = text + size, *line;
    char word[LONGEST * UTF8_MAX + 1];
    size_t number = 0, length;

    while ((line = source_line(&text, end, &length))) {
        int bytes;

        number++;
        if (length > 0 && line[length - 1] == '\r')
            length--;
        bytes = line_word(line, length, word);
        if (bytes < 0)
            return error("%s:%zu: the line is not valid UTF-8; the list must be in that encoding",
                         path, number);
        if (bytes > 0 && add_word(l, list, word, bytes))
            return -1;
    }
    return 0;
}

static int read_lists(struct lists *l, const char *const *paths)
{
    for (int list = 0; list < LANGUAGES; list++) {
        size_t size;
        char *text = source_read(paths[list], &size);
        int r = text ? add_lines(l, list, paths[list], text, size) : -1;

        free(text);
        if (r)
            return -1;
    }
    return 0;
}

/* ---- choice of the words ---- */

/* Compares two words by their hashes, then by their letters. text: that of struct lists. */
static int compare(const void *a, const void *b, void *text)
{
    const struct word *v = a, *w = b;

    if (v->hash != w->hash)
        return v->hash < w->hash ? -1 : 1;
    return strcmp((char *)text + v->at, (char *)text + w->at);
}

/* Chooses the words of both splits from the words that only one list has. l->word must be sorted by hash, so that
 * equal words are neighbours. chosen[0] gets the training words, chosen[1] the test words; word k of language i has
 * index k * LANGUAGES + i. count[i][0] and count[i][1] get the numbers of training and test words of language i that
 * are in the lists. */
static void choose(const struct lists *l, int count[LANGUAGES][2], const struct word **chosen[2])
{
    for (size_t i = 0, end; i < l->words; i = end) {
        const struct word *w = &l->word[i];
        bool is_test = w->hash % TEST_SHARE == 0, is_alone = true;
        int n;

        for (end = i + 1; end < l->words && compare(w, &l->word[end], l->text.s) == 0; end++)
            is_alone = is_alone && l->word[end].list == w->list;
        if (!is_alone)
            continue;
        n = count[w->list][is_test]++;
        if (n < (is_test ? TEST : TRAIN))
            chosen[is_test][n * LANGUAGES + w->list] = w;
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

/* Sets token[character] to 1 for each character that occurs in the words. Returns the length of the longest word in
 * characters. */
static int mark_characters(const struct lists *l, const struct word *const *words, int count,
                           uint8_t *token)
{
    int longest = 0;

    for (int i = 0; i < count; i++) {
        const uint8_t *s = (const uint8_t *)l->text.s + words[i]->at;
        int32_t character;
        int length = 0;

        for (; *s; length++) {
            s += utf8proc_iterate(s, -1, &character);
            token[character] = 1;
        }
        longest = length > longest ? length : longest;
    }
    return longest;
}

/* Replaces the marks (1) in `token` by the tokens 1, 2, ... Returns the number of marked characters, or -1 after a
 * message when there are more than 255. */
static int number_characters(uint8_t *token)
{
    int count = 0;

    for (int i = 0; i < CODE_POINTS; i++) {
        if (!token[i])
            continue;
        if (count == UINT8_MAX)
            return error("the words are written in more than 255 letters: are these the "
                         "languages' lists?");
        token[i] = (uint8_t)++count;
    }
    return count;
}

static void fill_split(const struct lists *l, const struct word *const *words, int count,
                       const uint8_t *token, int longest, struct decoded_split *out)
{
    decoded_split_allocate(out, count, (size_t)longest, 0, true);
    for (int i = 0; i < count; i++) {
        const uint8_t *s = (const uint8_t *)l->text.s + words[i]->at;
        uint8_t *to = out->image + (size_t)i * (size_t)longest;
        int32_t character;

        for (; *s; out->length[i]++) {
            s += utf8proc_iterate(s, -1, &character);
            *to++ = token[character];
        }
        out->label[i] = words[i]->list;
    }
}

/* Numbers the characters of the chosen words and fills `out` with both splits. Returns 0, or -1 after a message. */
static int fill(const struct lists *l, const struct word **const chosen[2],
                struct data_decoded *out)
{
    uint8_t *token = xcalloc(CODE_POINTS, 1);
    int longest = mark_characters(l, chosen[0], LANGUAGES * TRAIN, token);
    int longest_test = mark_characters(l, chosen[1], LANGUAGES * TEST, token);
    int characters = number_characters(token);

    if (longest_test > longest)
        longest = longest_test;
    if (characters > 0) {
        out->classes = LANGUAGES;
        out->tokens = 1 + characters;
        out->shape = shape_sequence(longest, 1);
        fill_split(l, chosen[0], LANGUAGES * TRAIN, token, longest, &out->train);
        fill_split(l, chosen[1], LANGUAGES * TEST, token, longest, &out->test);
    }
    free(token);
    return characters > 0 ? 0 : -1;
}

static int decode(const char *const *paths, struct data_decoded *out)
{
    struct lists l = {0};
    const struct word **chosen[2] = {
        xcalloc((size_t)LANGUAGES * TRAIN, sizeof **chosen),
        xcalloc((size_t)LANGUAGES * TEST, sizeof **chosen),
    };
    int count[LANGUAGES][2] = {{0}}, r = read_lists(&l, paths);

    if (r == 0) {
        if (l.words)
            qsort_r(l.word, l.words, sizeof *l.word, compare, l.text.s);
        choose(&l, count, chosen);
        r = check_counts(paths, count);
    }
    if (r == 0)
        r = fill(&l, chosen, out);
    free(chosen[0]);
    free(chosen[1]);
    free(l.word);
    text_clear(&l.text);
    return r;
}

const struct data_type data_words = {
    .name = "words",
    .usage =
        "which of 9 languages is this word? 2 to 32 letters, 54000 + 9000 words, from Debian's "
        "word lists",
#define LIST(file, package, licence) file,
    .files = {LISTS},
#undef LIST
    .folder = "/usr/share/dict",
#define LIST(file, package, licence) " " package
    .install = "apt install" LISTS,
#undef LIST
#define LIST(file, package, licence) " " package " " licence ";"
    .licence = "of each Debian package:" LISTS " see /usr/share/doc/PACKAGE/copyright",
#undef LIST
    .decode = decode,
};
