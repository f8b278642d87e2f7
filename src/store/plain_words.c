#include "store/plain_words.h"
#include "base/arena.h"
#include "base/text.h"
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* The rows of plain_words.def. A WORD has the word for the value `name` in `before`, and NULL in `after`. A SETTING has what
 * is written before and after the value of the key `name`. */
static const struct {
    const char *name, *before, *after;
} words[] = {
#define WORD(name, word)            {name, word, NULL},
#define SETTING(key, before, after) {key, before, after},
#include "store/plain_words.def"
#undef WORD
#undef SETTING
};

/* Returns the index in words[] of the SETTING of a key, or of the WORD of a value; -1 when there is none. */
static int word_of(const char *name, bool is_key)
{
    int i = (int)(sizeof words / sizeof *words) - 1;

    while (i >= 0 && (strcmp(words[i].name, name) != 0 || !words[i].after == is_key))
        i--;
    return i;
}

const char *value_in_words(const char *value)
{
    int i = word_of(value, false);

    return i < 0 ? value : words[i].before;
}

/* Adds in words "VALUE" or "KEY=VALUE". Cuts the text at the "=". */
static void add_word(struct text *t, char *word)
{
    char *value = strchr(word, '=');
    int i;

    if (value)
        *value++ = '\0';
    i = value ? word_of(word, true) : -1;
    if (!value || value_in_words(value) != value)
        text_add_item(t, ", ", "%s", value_in_words(value ? value : word));
    else if (i < 0)
        text_add_item(t, ", ", "%s: %s", word, value);
    else
        text_add_item(t, ", ", "%s%s%s", words[i].before, value, words[i].after);
}

char *title_in_words(const char *label)
{
    char *copy = xstrdup(label ? label : ""), *next_item = NULL, *next_word = NULL;
    struct text t = {0};

    for (char *item = strtok_r(copy, ",", &next_item); item;
         item = strtok_r(NULL, ",", &next_item)) {
        char *last = strrchr(item, ';'), *word = last ? last + 1 : item;

        word += strspn(word, " ");
        /* the text of a net, as "resnet depth=8": a name, and options after it */
        if (strchr(word, '=') && strcspn(word, " ") < strcspn(word, "="))
            for (word = strtok_r(word, " ", &next_word); word;
                 word = strtok_r(NULL, " ", &next_word))
                add_word(&t, word);
        else
            add_word(&t, word);
    }
    free(copy);
    return t.s ? t.s : xstrdup("");
}
