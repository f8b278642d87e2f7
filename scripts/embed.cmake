# Writes OUT: the text of IN as a C array of bytes, `embedded_text`, NUL-terminated.
file(READ ${IN} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
file(WRITE ${OUT} "static const char embedded_text[] = {${bytes} 0};\n")
