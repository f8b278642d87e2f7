/* Pictures that another program, as gnuplot, has drawn. A picture replaces an older one only when it is whole. */
#ifndef NORMLAB_BASE_FORMATS_PICTURE_FILE_H
#define NORMLAB_BASE_FORMATS_PICTURE_FILE_H

#include "base/text.h"
#include <stdbool.h>
#include <stddef.h>

/* True when the data are a picture of this format from its first byte to its last. A NUL must stand behind them. format:
 *
 *   png   the chunks follow one another from the signature to IEND, the last (W3C, PNG Specification, section 5)
 *   pdf   it begins with %PDF- and ends with %%EOF, and the table of objects is where the end says (ISO 32000-1, 7.5)
 *   svg   it ends with </svg>, and as many elements end as begin
 *   tex   it begins and ends a tikzpicture, behind which are comments alone, and its braces are balanced
 *
 * False for other formats. */
bool picture_is_whole(const char *format, const char *data, size_t size_bytes);

/* A picture that a program draws, and the path of its file. */
struct picture_file {
    const char *format;
    char *path, *data;
    size_t size_bytes;
};

/* Finds n pictures in what a program printed: one follows another, and before each is a line with the mark, a blank and the
 * format. Sets data and size_bytes of each; the data stay in `printed`. Returns NULL when all are there and whole, else the
 * first that is not. */
const struct picture_file *pictures_find(struct picture_file *picture, int n, const char *mark,
                                         struct text *printed);

/* Writes the files of n pictures. Overwrites the date that a PDF or TikZ picture holds with blanks, so that the same picture,
 * drawn on another day, is the same file. Returns 0, or -1 after a message. */
int pictures_write(struct picture_file *picture, int n);

#endif
