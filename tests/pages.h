/* Reads README.md and the pages in docs/: their text, the blocks of code between fences, and the addresses of headings. */
#ifndef NORMLAB_TESTS_PAGES_H
#define NORMLAB_TESTS_PAGES_H

#include "base/list.h"
#include "support.h"

struct page {
    char *name;   /* as "docs/files.md" */
    char *folder; /* "files": a folder for it in the test's folder */
    char *text;
    char *prose; /* the text without its blocks, with as many lines */
};

/* A block of code. docs/developing.md describes the marks. */
struct block {
    const struct page *page;
    int line;         /* of the fence before it; the first line of a page is 1 */
    char *language;   /* as "sh" */
    bool takes_long;  /* "long" follows the language */
    char *mark, *arg; /* then: "norun", "needs", "file" or "from", and its argument; or "" */
    char *text;
};

/* Adds the names of the pages in docs/, as "docs/files.md". */
void pages_find(struct list *names);

/* The page of a name. Fails the test when there is none, or when a block of it does not end. page_clear() frees. */
struct page page_read(const char *name);
void page_clear(struct page *p);

/* The number of the line of the text that `at` is in. */
int page_line(const char *text, const char *at);

/* Reads the next block at or after *at, and moves *at to its end. False: there is none. Fails the test when its mark is
 * unknown. block_clear() frees. */
bool block_next(const struct page *p, const char **at, struct block *b);
void block_clear(struct block *b);

/* True when a heading of the page has this address on GitHub: "what-a-summary-shows" is that of "## What a summary shows". */
bool page_has_anchor(const struct page *p, const char *anchor);

#endif
