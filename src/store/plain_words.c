#include "store/plain_words.h"
#include "base/arena.h"
#include "base/text.h"
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* What stands for a value (`behind` is NULL), or before and behind a key's value. */
static const struct {
    const char *name, *before, *behind;
} words[] = {
#define WORD(name, called)           {name, called, NULL},
#define SETTING(key, before, behind) {key, before, behind},
#include "store/plain_words.def"
#undef WORD
#undef SETTING
};

static int word_of(const char *name, bool key)
{
    int i = (int)(sizeof words / sizeof *words) - 1;

    while (i >= 0 && (strcmp(words[i].name, name) != 0 || !words[i].behind == key))
        i--;
    return i;
}

const char *value_in_words(const char *value)
{
    int i = word_of(value, false);

    return i < 0 ? value : words[i].before;
}

/* Adds a value, or a key and its value. */
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
        text_add_item(t, ", ", "%s%s%s", words[i].before, value, words[i].behind);
}

char *title_in_words(const char *label)
{
    char *copy = xstrdup(label ? label : ""), *rest = NULL, *more = NULL;
    struct text t = {0};

    for (char *item = strtok_r(copy, ",", &rest); item; item = strtok_r(NULL, ",", &rest)) {
        char *last = strrchr(item, ';'), *word = last ? last + 1 : item;

        word += strspn(word, " ");
        if (strchr(word, '=') && strcspn(word, " ") < strcspn(word, "=")) /* a net */
            for (word = strtok_r(word, " ", &more); word; word = strtok_r(NULL, " ", &more))
                add_word(&t, word);
        else
            add_word(&t, word);
    }
    free(copy);
    return t.s ? t.s : xstrdup("");
}
