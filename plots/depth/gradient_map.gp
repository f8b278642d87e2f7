# A figure of normlab. `gnuplot gradient_map.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" gradient_map.gp draws one of them, so many inches wide;
# term = 'tex' writes TikZ for LaTeX, term = 'dumb' shows it in the terminal. First come colours, points, dashes
# and fonts (normlab plot --help says how to set those of all figures), then its data, then the program that
# draws them.

# ---- The look of every figure: one colour, point and dash per norm, fonts, axes, terminals. ----

# The colours follow Okabe and Ito's palette, with lightness spread so that the common norms stay
# apart in grey print too; points and dashes tell them apart once more.

reset
# `set encoding` warns where the locale's characters lack a degree sign, as in a container without a locale. In svg, pdf
# and png text is UTF-8 all the same.
if (system('locale charmap 2>/dev/null') eq 'UTF-8') { set encoding utf8 }

# Line types. 1 to 11: the norms. 12: values printed elsewhere. 13 to 24: names not known here, and second variants of a
# norm in a figure. 25 to 27 and 29: verdicts of claims (lt_about: "about the margin"). 28: theory.
array style_rgb[29] = [ \
    0x000000, 0x00559A, 0xD55E00, 0x00805C, 0xE69F00, 0x56B4E9, \
    0xCC79A7, 0x7A1F5C, 0x2F2A85, 0x8A8A00, 0x5C5C5C, 0x000000, \
    0x7B5EA7, 0x00798C, 0xB8405E, 0x6B8E23, 0x4D4D4D, 0xC48A00, \
    0x3A6EA5, 0xA65E2E, 0x2E7D5B, 0xB07AA1, 0x8C564B, 0x1B7FBD, \
    0x00559A, 0xD55E00, 0x5C5C5C, 0x000000, 0x7B5EA7 ]
array style_point[29] = [ \
    2, 7, 5, 9, 13, 6, \
    4, 11, 15, 8, 1, 12, \
    10, 14, 3, 7, 5, 9, \
    11, 13, 15, 6, 4, 8, \
    7, 11, 6, 1, 5 ]
array style_dash[29] = [ \
    '(2,4)', 'solid', '(12,4)', '(12,3,2,3)', '(6,3)', '(16,3,2,3,2,3)', \
    '(3,3)', '(18,5)', '(8,3,2,3)', '(4,2)', '(1,3)', '(10,2,4,2)', \
    '(14,3)', '(7,2)', '(5,5)', '(11,3,3,3)', 'solid', '(9,5)', \
    '(2,2)', '(13,3,1,3)', '(6,2,2,2)', '(16,4)', '(4,4)', '(8,2,1,2)', \
    'solid', 'solid', 'solid', '(7,4)', 'solid' ]

if (!exists('line_width')) { line_width = 1.6 }
if (!exists('point_size')) { point_size = 0.95 }
seed_size = 0.4*point_size
set_linetypes = 'do for [i = 1:29] { eval sprintf("set linetype %d lc rgb 0x%06X pt %d ps %g lw %g dt %s", ' . \
                'i, style_rgb[i], style_point[i], point_size, line_width, style_dash[i]) }'
eval set_linetypes

lt_none                   = 1
lt_batchnorm              = 2
lt_layernorm              = 3
lt_groupnorm              = 4
lt_instancenorm           = 5
lt_ghostbatchnorm         = 6
lt_rmsnorm                = 7
lt_weightstandardization  = 8
lt_batchrenorm            = 9
lt_frn                    = 10
lt_dyt                    = 11
lt_printed                = 12
lt_supported              = 25
lt_refuted                = 26
lt_open                   = 27
lt_theory                 = 28
lt_about                  = 29

# line_of(name): the line type of a name; for a name not known here, the next one of 13 to 24.
style_next = 12
line_more(any) = (style_next = style_next < 24 ? style_next + 1 : 13)
line_of(name) = exists('lt_' . name) ? value('lt_' . name) : line_more(0)

# second(line, first): sets the line type `line` for the second line of a norm in a figure; `first` is that of the norm's
# first line. The second line has the same colour, but is thinner and dotted (solid where the first one has short dashes).
# Its points are larger, on white, and hollow where those of the first one are filled.
other(point) = point < 3 ? 3 - point : point % 2 == 1 ? point - 1 : point + 1
finely(dash) = dash ne 'solid' && real(dash[2:strstrt(dash, ',')-1]) < 5
second(line, first) = sprintf( \
    "style_rgb[%d] = style_rgb[%d]; " . \
    "set linetype %d lc rgb 0x%06X pt %d ps 1.2 lw 1.4 dt %s pi -1", \
    line, first, line, style_rgb[first], other(style_point[first]), \
    finely(style_dash[first]) ? 'solid' : '(2,3)')
set pointintervalbox 1.1

# printed(line, first, n): sets the line type `line` for values printed elsewhere: large hollow points in the colour of
# line type `first`, of another shape for each n.
hollow(point, n) = 4 + 2*(((point < 4 ? 4 : point/2 - 2) + n) % 6)
printed(line, first, n) = sprintf( \
    "style_rgb[%d] = style_rgb[%d]; set linetype %d lc rgb 0x%06X pt %d ps 1.5 lw 1.8 dt solid", \
    line, first, line, style_rgb[first], hollow(style_point[first], n))

# A line type's colour, see-through. band(): 14 % opaque, for bands. spread(): 6 %, for the bands of many lines, which
# overlap. bar(): 30 %, for bars and nested bands. faint(): 45 %, for single seeds.
band(lt) = style_rgb[lt] + (0xDC << 24)
spread(lt) = style_rgb[lt] + (0xF0 << 24)
bar(lt) = style_rgb[lt] + (0xB4 << 24)
faint(lt) = style_rgb[lt] + (0x8C << 24)

# Fonts. Sizes are in points when the figure is shown at the size for which it is drawn.
if (!exists('face')) { face = 'Helvetica' }
if (!exists('font_size')) { font_size = 8 }
font_title = sprintf('%s,%g', face, font_size + 2)
font_panel = sprintf('%s,%g', face, font_size + 1)
font_small = sprintf('%s,%g', face, font_size)
# In LaTeX text has the document's face.
latex_font(size) = sprintf('\fontsize{%g}{%g}\selectfont', size, 1.2*size)
if (exists('term') && term eq 'tex') {
    font_title = latex_font(font_size + 2); font_panel = latex_font(font_size + 1); font_small = latex_font(font_size)
}
ink = 0x333333

# abridge(s, n): s cut in its middle to n letters. brief(s): cut to half the columns of a text terminal, so that two fit.
columns = exists('columns') ? columns : 80
abridge(s, n) = strlen(s) <= n ? s : s[1:n/2] . '...' . s[strlen(s)-n/2+4:*]
brief(s) = abridge(s, columns/2)

# The colours of heat maps: cividis (Nunez et al. 2018), which is even to the eye, the same to the
# colour-blind, and from dark to light in grey print. heat_part(v) is where a value lies in it, from 0 to 1, and
# heat_ink(part) is a colour for text on it. `heat_log`, `heat_low` and `heat_high` are the figure's.
set palette defined (0 '#00224E', 1 '#123570', 2 '#3B496C', 3 '#575D6D', 4 '#707173', \
                     5 '#8A8678', 6 '#A59C74', 7 '#C3B369', 8 '#E1CC55', 9 '#FEE838')
set cbrange [0:1]
unset colorbox
heat_part(v) = heat_log ? log(1.0*v/heat_low)/log(1.0*heat_high/heat_low) \
                        : 1.0*(v - heat_low)/(heat_high - heat_low)
heat_ink(part) = part < 0.46 ? 0xFFFFFF : 0x000000

# Forest plots. margin_rgb: the colour of the region in which a claim says that the mean lies. cut(): the arrow head of an
# interval that reaches beyond the end of the axis.
margin_rgb = 0xDDDDDD
cut(lt, x, to, y) = sprintf("set arrow from first %.17g, first %.17g to graph %g, first %.17g " . \
                            "head filled size screen 0.012,22 front lw 1.2 dt solid lc rgb 0x%06X", \
                            x, y, to, y, style_rgb[lt])

# terminal(t, width, height): the statement that opens the terminal t for a figure of so many inches. A text terminal has
# `page_lines` lines.
page_lines = 27
terminal(t, width, height) = \
    t eq 'svg' ? sprintf("set terminal svg size %d,%d font '%s' fontscale 1.3333 linewidth 0.9 noenhanced background 'white'", \
                         96*width, 96*height, font_small) : \
    t eq 'pdf' ? sprintf("set terminal pdfcairo size %gin,%gin font '%s' fontscale 0.75 linewidth 1.2 pointscale 0.5 noenhanced", \
                         width, height, font_small) : \
    t eq 'png' ? sprintf("set terminal pngcairo size %d,%d font '%s' fontscale 2 linewidth 1.8 pointscale 1.27 noenhanced", \
                         192*width, 192*height, font_small) : \
    t eq 'tex' ? sprintf("set terminal tikz size %gin,%gin font '%s' linewidth 0.7 pointscale 0.5", width, height, font_small) : \
                 sprintf("set terminal dumb %d,%d noenhanced", columns, page_lines)

# guide(y): a thin horizontal line at y, to compare the data with. Its label has the colour guide_ink.
guide_ink = 0x5C5C5C
guide(y) = sprintf("set arrow from graph 0, first %.17g to graph 1, first %.17g nohead back " . \
                   "lw 0.8 dt (8,5) lc rgb 0x8C8C8C", y, y)

axes_style = "set border 3 lw 0.6 lc rgb ink; set tics nomirror out scale 0.5,0.25 textcolor rgb ink; " . \
             "set grid ytics lw 0.5 lt 1 dt solid lc rgb 0xDDDDDD back"
eval axes_style
set errorbars 0
set format '%.10g'
set style fill solid noborder
unset key

# ---- The figure's data. ----

name = 'gradient_map'
title = 'Gradient norm of an MLP' . "\047" . 's first layer over that of its last, before training'
caption = 'fashion-mnist, 10 seeds: medians'
x_label = 'layers'
y_label = 'first over last'
lost_word = 'diverged'
template = 'heat'; x_log = 0; y_log = 10; curve = 0; seed_lines = 0; band = 0

# The lines of the key.
entries = 4
array label[5]; array style[5]; array look[5]
label[1] = 'none'
style[1] = 'none'; look[1] = 'line'
label[2] = 'batchnorm'
style[2] = 'batchnorm'; look[2] = 'line'
label[3] = 'layernorm'
style[3] = 'layernorm'; look[3] = 'line'
label[4] = 'groupnorm groups=4'
style[4] = 'groupnorm groups=4'; look[4] = 'line'
references = ''

categories = 6; array category[7]
category[1] = '2'
category[2] = '5'
category[3] = '10'
category[4] = '20'
category[5] = '50'
category[6] = '100'

# Panels: the lines that each has, and a block of each line: what a row is, x, y, low, high.
panels = 2; array panel_title[2]; array note[2]; array axis_label[2]; array ratio[2]; array lines[2]

panel_title[1] = 'He initialization'
note[1] = ''
$p1s1 << EOD
median 1 3.195546050770187 NaN NaN
median 2 2.98669759841534 NaN NaN
median 3 2.0646176559559546 NaN NaN
median 4 3.0300625205495795 NaN NaN
median 5 3.968933887364888 NaN NaN
median 6 5.898230696537105 NaN NaN
interval 1 3.0770995022089886 2.6169899538901262 3.618103819015401
interval 2 3.0122219050133903 2.445841985199163 3.709757564041347
interval 3 2.211867147992516 1.819185749241916 2.689311018628674
interval 4 2.8294109639401213 2.216327474334144 3.6120864337837504
interval 5 4.227355413349012 3.0381836349578677 5.881979477853063
interval 6 6.172693181649812 3.659147585725809 10.412846222278937
seed 1 2.9030776878198044 NaN NaN
seed 1 3.4678566128635864 NaN NaN
seed 1 2.6936463041591163 NaN NaN
seed 1 1.986092351543477 NaN NaN
seed 1 3.442922743344272 NaN NaN
seed 1 4.045160163988873 NaN NaN
seed 1 2.9481693581961017 NaN NaN
seed 1 3.57863450336478 NaN NaN
seed 1 2.673311800993632 NaN NaN
seed 1 3.5972714754123136 NaN NaN
seed 2 1.963786152726759 NaN NaN
seed 2 2.684661022825609 NaN NaN
seed 2 2.835687589055775 NaN NaN
seed 2 2.5062527375503807 NaN NaN
seed 2 3.321313213950944 NaN NaN
seed 2 3.4325696814542126 NaN NaN
seed 2 2.137878841846185 NaN NaN
seed 2 3.1377076077749053 NaN NaN
seed 2 4.0757565008381835 NaN NaN
seed 2 5.265865242849294 NaN NaN
seed 3 2.326928333492716 NaN NaN
seed 3 2.015167096646425 NaN NaN
seed 3 1.4656279710831246 NaN NaN
seed 3 2.1140682152654846 NaN NaN
seed 3 1.8105790172926233 NaN NaN
seed 3 1.9812685628414608 NaN NaN
seed 3 1.9955423756873374 NaN NaN
seed 3 2.475767226192639 NaN NaN
seed 3 2.6869601095685254 NaN NaN
seed 3 4.050986121244897 NaN NaN
seed 4 2.3586699985757567 NaN NaN
seed 4 2.647762933016426 NaN NaN
seed 4 2.592588744014513 NaN NaN
seed 4 1.4511512704121146 NaN NaN
seed 4 3.412362108082733 NaN NaN
seed 4 3.4945569171077406 NaN NaN
seed 4 1.7895097867570684 NaN NaN
seed 4 3.943652876972113 NaN NaN
seed 4 4.2592461580009395 NaN NaN
seed 4 3.9044062010523923 NaN NaN
seed 5 4.070857263782887 NaN NaN
seed 5 2.7259658235228774 NaN NaN
seed 5 2.5006923203600895 NaN NaN
seed 5 3.074817847450238 NaN NaN
seed 5 4.067212357170257 NaN NaN
seed 5 5.482260230311864 NaN NaN
seed 5 2.578119675133454 NaN NaN
seed 5 9.162316911084979 NaN NaN
seed 5 3.870655417559519 NaN NaN
seed 5 10.477370509319215 NaN NaN
seed 6 18.0935475365077 NaN NaN
seed 6 5.674470585067489 NaN NaN
seed 6 2.198685782347121 NaN NaN
seed 6 1.69235814966423 NaN NaN
seed 6 8.94557755931979 NaN NaN
seed 6 5.5354032100737065 NaN NaN
seed 6 6.121990808006722 NaN NaN
seed 6 21.90901821051348 NaN NaN
seed 6 3.4681399702004385 NaN NaN
seed 6 9.12583332707057 NaN NaN
EOD
$p1s2 << EOD
median 1 3.920300218640037 NaN NaN
median 2 6.827575979762309 NaN NaN
median 3 18.973489888854623 NaN NaN
median 4 149.54265255950162 NaN NaN
median 5 59350.071908016675 NaN NaN
median 6 1388878355.8658018 NaN NaN
interval 1 4.0364148857851605 3.5823612222864174 4.548018504898108
interval 2 6.909575436012146 6.115446137208934 7.806827439041398
interval 3 18.49816759243745 15.938802746829856 21.46850109842544
interval 4 139.2153881636327 117.99261066973155 164.25540711019013
interval 5 58227.48752937443 45913.93251968845 73843.38735370997
interval 6 1308532649.1758306 981605363.6090117 1744344272.5941908
seed 1 3.7111426843204915 NaN NaN
seed 1 4.308977981439018 NaN NaN
seed 1 4.7600208365849275 NaN NaN
seed 1 3.524174755116819 NaN NaN
seed 1 3.846695400346889 NaN NaN
seed 1 4.706875342878435 NaN NaN
seed 1 3.6157612810428175 NaN NaN
seed 1 4.323669304105308 NaN NaN
seed 1 3.7856401227331427 NaN NaN
seed 1 3.9939050369331848 NaN NaN
seed 2 6.841764101866755 NaN NaN
seed 2 8.258364741353306 NaN NaN
seed 2 8.125556691005128 NaN NaN
seed 2 6.274199801938043 NaN NaN
seed 2 7.258780221468524 NaN NaN
seed 2 6.581861049644281 NaN NaN
seed 2 6.198574392418442 NaN NaN
seed 2 6.813387857657863 NaN NaN
seed 2 5.792920829185656 NaN NaN
seed 2 7.366736247978772 NaN NaN
seed 3 19.375555738368604 NaN NaN
seed 3 18.632053992269487 NaN NaN
seed 3 23.08922327894308 NaN NaN
seed 3 21.765821507753007 NaN NaN
seed 3 16.828988030202574 NaN NaN
seed 3 14.029765729760499 NaN NaN
seed 3 18.036222406591726 NaN NaN
seed 3 13.885209294565088 NaN NaN
seed 3 22.64062087553488 NaN NaN
seed 3 19.314925785439755 NaN NaN
seed 4 108.29931996591854 NaN NaN
seed 4 158.0285439782758 NaN NaN
seed 4 127.47516931846087 NaN NaN
seed 4 92.18626073586942 NaN NaN
seed 4 171.42681664727303 NaN NaN
seed 4 151.6166081420109 NaN NaN
seed 4 147.46869697699236 NaN NaN
seed 4 172.13582995190114 NaN NaN
seed 4 168.64151259701296 NaN NaN
seed 4 122.19634456595377 NaN NaN
seed 5 43339.3600245576 NaN NaN
seed 5 39325.57827815631 NaN NaN
seed 5 58119.49903676027 NaN NaN
seed 5 34013.02805434118 NaN NaN
seed 5 74131.87327047101 NaN NaN
seed 5 65497.19766395091 NaN NaN
seed 5 85042.83789540656 NaN NaN
seed 5 51607.419869189755 NaN NaN
seed 5 103001.66934782632 NaN NaN
seed 5 60580.64477927307 NaN NaN
seed 6 1565532816.7850246 NaN NaN
seed 6 678092960.1373386 NaN NaN
seed 6 1219362007.0391538 NaN NaN
seed 6 831341296.9326156 NaN NaN
seed 6 1075268250.0106153 NaN NaN
seed 6 1558394704.6924496 NaN NaN
seed 6 2736485022.377444 NaN NaN
seed 6 874261939.372517 NaN NaN
seed 6 1975198148.3001142 NaN NaN
seed 6 1727199896.5182498 NaN NaN
EOD
$p1s3 << EOD
median 1 3.164534396711458 NaN NaN
median 2 2.447507659828891 NaN NaN
median 3 1.681020538459955 NaN NaN
median 4 1.5970211010735065 NaN NaN
median 5 0.9517081164564076 NaN NaN
median 6 0.724748650849185 NaN NaN
interval 1 3.131732293278023 2.714611018284431 3.6129475238624384
interval 2 2.508470213020913 2.0589468978397063 3.0561365211581393
interval 3 1.6697235685232177 1.3344164617944707 2.089285373123131
interval 4 1.623467809890337 1.218955878354255 2.1622174982318363
interval 5 1.0685685596348986 0.6515219719103323 1.7525713880258067
interval 6 0.7771885030149035 0.3263031193541824 1.8511069413434482
seed 1 3.1426391002180587 NaN NaN
seed 1 4.033444395026388 NaN NaN
seed 1 2.608417593270721 NaN NaN
seed 1 2.3456867025081647 NaN NaN
seed 1 3.186429693204857 NaN NaN
seed 1 3.724537401932579 NaN NaN
seed 1 3.3635644832843234 NaN NaN
seed 1 2.959343785291619 NaN NaN
seed 1 2.79326854874897 NaN NaN
seed 1 3.546043396472688 NaN NaN
seed 2 2.497483272793248 NaN NaN
seed 2 2.184130725655585 NaN NaN
seed 2 2.397532046864534 NaN NaN
seed 2 1.9814906280899203 NaN NaN
seed 2 3.781902644947344 NaN NaN
seed 2 2.6908282370218357 NaN NaN
seed 2 1.6712677807283454 NaN NaN
seed 2 2.0982021871126797 NaN NaN
seed 2 2.6285082485648856 NaN NaN
seed 2 4.058380677459413 NaN NaN
seed 3 2.6896582626962284 NaN NaN
seed 3 1.5997820675475654 NaN NaN
seed 3 1.762259009372345 NaN NaN
seed 3 1.9727732971768086 NaN NaN
seed 3 1.325744765400464 NaN NaN
seed 3 1.2579718223736098 NaN NaN
seed 3 0.9370736993185437 NaN NaN
seed 3 1.4182056908862557 NaN NaN
seed 3 2.10515162965853 NaN NaN
seed 3 2.4133134634565985 NaN NaN
seed 4 1.5962721969655935 NaN NaN
seed 4 1.849837384084735 NaN NaN
seed 4 1.0908252129976772 NaN NaN
seed 4 1.0300992021565196 NaN NaN
seed 4 3.1918312673246967 NaN NaN
seed 4 1.5977700051814194 NaN NaN
seed 4 0.8138112316311075 NaN NaN
seed 4 1.572066091286931 NaN NaN
seed 4 2.0802466425082327 NaN NaN
seed 4 2.824220497771079 NaN NaN
seed 5 0.9369133023412974 NaN NaN
seed 5 0.9665029305715177 NaN NaN
seed 5 0.6300020955572354 NaN NaN
seed 5 0.28242696495596126 NaN NaN
seed 5 2.0105525975345646 NaN NaN
seed 5 0.6446997794653139 NaN NaN
seed 5 1.53407337871642 NaN NaN
seed 5 4.022785627051607 NaN NaN
seed 5 0.6475330378587804 NaN NaN
seed 5 2.3257619950987443 NaN NaN
seed 6 0.9272425380065179 NaN NaN
seed 6 0.17353469625855056 NaN NaN
seed 6 0.5222547636918522 NaN NaN
seed 6 0.1354153188666896 NaN NaN
seed 6 1.2232010830871503 NaN NaN
seed 6 2.6816211766679814 NaN NaN
seed 6 3.6118807122481624 NaN NaN
seed 6 7.4427130865190465 NaN NaN
seed 6 0.16468395103721215 NaN NaN
seed 6 0.4865444949993058 NaN NaN
EOD
$p1s4 << EOD
median 1 3.1457169912148766 NaN NaN
median 2 2.3505331236093063 NaN NaN
median 3 2.258356648967788 NaN NaN
median 4 2.5202701841194814 NaN NaN
median 5 5.268570469617957 NaN NaN
median 6 27.497809353988785 NaN NaN
interval 1 3.302332714164757 2.922365782190004 3.7317030679404977
interval 2 2.5138963880662337 2.0442917421735665 3.0913763038602027
interval 3 2.3379553043329695 1.7481380472022425 3.126775378984873
interval 4 2.5237771269684046 1.7973960342511157 3.543710381703788
interval 5 6.477870714646637 3.488496840843509 12.02890841246399
interval 6 30.66745451167804 9.132214084194201 102.98628104367617
seed 1 3.103436536165621 NaN NaN
seed 1 4.115613794646504 NaN NaN
seed 1 3.055965818700061 NaN NaN
seed 1 2.947439839299788 NaN NaN
seed 1 3.477723121432719 NaN NaN
seed 1 3.451272055123554 NaN NaN
seed 1 3.874911491746825 NaN NaN
seed 1 2.998603150139291 NaN NaN
seed 1 3.0155351931199825 NaN NaN
seed 1 3.1879974462641325 NaN NaN
seed 2 2.266429609972949 NaN NaN
seed 2 1.9506889249806476 NaN NaN
seed 2 2.7028812050972926 NaN NaN
seed 2 1.8275973748663168 NaN NaN
seed 2 3.783063534142747 NaN NaN
seed 2 2.4346366372456636 NaN NaN
seed 2 2.0540446538972685 NaN NaN
seed 2 1.8882192345912918 NaN NaN
seed 2 3.1210450722628136 NaN NaN
seed 2 4.1399574299954525 NaN NaN
seed 3 4.644350667068632 NaN NaN
seed 3 1.8725826069021678 NaN NaN
seed 3 3.632318718868536 NaN NaN
seed 3 2.499144350058097 NaN NaN
seed 3 2.0175689478774794 NaN NaN
seed 3 1.8194104734054508 NaN NaN
seed 3 1.7560944897440849 NaN NaN
seed 3 1.0107425767512144 NaN NaN
seed 3 3.0155041731244396 NaN NaN
seed 3 3.1456711140356557 NaN NaN
seed 4 1.4071667295286552 NaN NaN
seed 4 1.6470844082159395 NaN NaN
seed 4 3.334913983897377 NaN NaN
seed 4 1.1858540868802754 NaN NaN
seed 4 5.334483893716625 NaN NaN
seed 4 1.92538857082792 NaN NaN
seed 4 2.8691675149779887 NaN NaN
seed 4 2.171372853260974 NaN NaN
seed 4 5.164502744204858 NaN NaN
seed 4 3.46101176127383 NaN NaN
seed 5 3.306137973714343 NaN NaN
seed 5 9.88796013047845 NaN NaN
seed 5 2.614391587058037 NaN NaN
seed 5 1.7199360776644754 NaN NaN
seed 5 5.936319016089396 NaN NaN
seed 5 4.204899565823232 NaN NaN
seed 5 16.53836134433819 NaN NaN
seed 5 9.360014697957482 NaN NaN
seed 5 4.60082192314652 NaN NaN
seed 5 49.7891654397936 NaN NaN
seed 6 38.190159862612205 NaN NaN
seed 6 4.996518981985052 NaN NaN
seed 6 28.179178448838506 NaN NaN
seed 6 8.338211587398646 NaN NaN
seed 6 21.31830822185509 NaN NaN
seed 6 61.4887598753432 NaN NaN
seed 6 26.816440259139064 NaN NaN
seed 6 344.3203936489011 NaN NaN
seed 6 1.298993093204008 NaN NaN
seed 6 1043.8494211625637 NaN NaN
EOD
lines[1] = ' 1 2 3 4'

panel_title[2] = 'Glorot initialization'
note[2] = ''
$p2s1 << EOD
median 1 3.6007697498297118 NaN NaN
median 2 3.5589548334496186 NaN NaN
median 3 4.1358133785959765 NaN NaN
median 4 5.184120953720464 NaN NaN
median 5 6.161461472656649 NaN NaN
median 6 6.328357618805609 NaN NaN
interval 1 3.513761686430766 3.116583487535946 3.9615563768485056
interval 2 3.8669752728181215 3.013078979761263 4.9628628592309925
interval 3 4.4284398582199 3.150854290381242 6.224051565233697
interval 4 5.173437670267888 3.5050440868260755 7.635983076145231
interval 5 5.622432044787311 3.897848275203651 8.110049408375087
interval 6 6.3136856352024004 4.009992661357455 9.940822756186023
seed 1 3.61510668589204 NaN NaN
seed 1 3.5864328137673835 NaN NaN
seed 1 3.738498418588613 NaN NaN
seed 1 3.6593864734599064 NaN NaN
seed 1 2.891098719740356 NaN NaN
seed 1 3.9074712003435152 NaN NaN
seed 1 3.5351928654001297 NaN NaN
seed 1 4.0094965828853155 NaN NaN
seed 1 2.9256264665497316 NaN NaN
seed 1 3.4526550427741283 NaN NaN
seed 2 2.427348856927577 NaN NaN
seed 2 3.7559224027822378 NaN NaN
seed 2 7.633688524947236 NaN NaN
seed 2 4.912058275117648 NaN NaN
seed 2 3.7205376264807244 NaN NaN
seed 2 2.8939417619322234 NaN NaN
seed 2 3.2975146107453415 NaN NaN
seed 2 6.4272875771258295 NaN NaN
seed 2 3.3973720404185124 NaN NaN
seed 2 2.821071792653363 NaN NaN
seed 3 3.6300030599117563 NaN NaN
seed 3 4.087568523832981 NaN NaN
seed 3 12.688616583015195 NaN NaN
seed 3 6.294858923345554 NaN NaN
seed 3 4.184058233358972 NaN NaN
seed 3 1.9322635142128506 NaN NaN
seed 3 4.833238965442424 NaN NaN
seed 3 6.4480102283315 NaN NaN
seed 3 3.9289071431434173 NaN NaN
seed 3 2.4724947178548775 NaN NaN
seed 4 7.408836095337259 NaN NaN
seed 4 4.2132970786893535 NaN NaN
seed 4 14.347714232488084 NaN NaN
seed 4 8.189040843375377 NaN NaN
seed 4 4.172753013700901 NaN NaN
seed 4 1.9350763762277723 NaN NaN
seed 4 3.6771715882717415 NaN NaN
seed 4 8.12999443999652 NaN NaN
seed 4 6.1549448287515744 NaN NaN
seed 4 2.5203176839657697 NaN NaN
seed 5 5.7993342235091925 NaN NaN
seed 5 7.09722698396581 NaN NaN
seed 5 9.430158938880092 NaN NaN
seed 5 8.811779074519512 NaN NaN
seed 5 4.03218626542907 NaN NaN
seed 5 1.9907913832795323 NaN NaN
seed 5 4.200997687417325 NaN NaN
seed 5 6.523588721804105 NaN NaN
seed 5 13.317578716190448 NaN NaN
seed 5 3.1503737343149725 NaN NaN
seed 6 5.489017926863853 NaN NaN
seed 6 7.167697310747365 NaN NaN
seed 6 12.370565913832303 NaN NaN
seed 6 10.332099713919092 NaN NaN
seed 6 7.336647760205762 NaN NaN
seed 6 1.909094906957814 NaN NaN
seed 6 4.585599269911461 NaN NaN
seed 6 5.0994644914035705 NaN NaN
seed 6 22.048407227603093 NaN NaN
seed 6 2.7717496271579036 NaN NaN
EOD
$p2s2 << EOD
median 1 3.736758498843968 NaN NaN
median 2 6.684302164540491 NaN NaN
median 3 17.448452619853065 NaN NaN
median 4 152.32795275671253 NaN NaN
median 5 62438.43135904502 NaN NaN
median 6 1620315661.1511528 NaN NaN
interval 1 3.843994957954171 3.426121216926049 4.3128355073305125
interval 2 6.858305765727508 6.048509462856568 7.776520523784881
interval 3 17.149988100762698 14.544744996642162 20.221880268385863
interval 4 152.47637184957185 129.62987036102012 179.34943472256933
interval 5 61918.21601875623 52265.62247831049 73353.48347829134
interval 6 1581821775.308331 1282978478.921399 1950274435.579908
seed 1 3.6205842156834005 NaN NaN
seed 1 3.4357561339224874 NaN NaN
seed 1 4.200449581126022 NaN NaN
seed 1 4.293297250148119 NaN NaN
seed 1 3.4910232285119682 NaN NaN
seed 1 3.702022832483476 NaN NaN
seed 1 3.7714941652044596 NaN NaN
seed 1 4.551980385892527 NaN NaN
seed 1 3.9312218007867314 NaN NaN
seed 1 3.6000387342212044 NaN NaN
seed 2 6.646915611647764 NaN NaN
seed 2 6.388504322066665 NaN NaN
seed 2 8.345199538812563 NaN NaN
seed 2 7.366841210287773 NaN NaN
seed 2 6.808866721046963 NaN NaN
seed 2 6.136106354963765 NaN NaN
seed 2 6.072091170974533 NaN NaN
seed 2 8.528839512193912 NaN NaN
seed 2 6.063965312576084 NaN NaN
seed 2 6.721688717433218 NaN NaN
seed 3 20.10440627901078 NaN NaN
seed 3 11.418657590404774 NaN NaN
seed 3 20.994542518884312 NaN NaN
seed 3 22.831553061678854 NaN NaN
seed 3 15.552426871940789 NaN NaN
seed 3 15.133084166905645 NaN NaN
seed 3 15.98954936315029 NaN NaN
seed 3 14.302722568112856 NaN NaN
seed 3 19.655256042161273 NaN NaN
seed 3 18.907355876555837 NaN NaN
seed 4 184.22711487432807 NaN NaN
seed 4 153.46800496164772 NaN NaN
seed 4 138.67552318088377 NaN NaN
seed 4 163.8371315840141 NaN NaN
seed 4 150.99536572992298 NaN NaN
seed 4 109.87051812648713 NaN NaN
seed 4 166.266815380028 NaN NaN
seed 4 221.4020579950955 NaN NaN
seed 4 114.52304537146453 NaN NaN
seed 4 151.18790055177737 NaN NaN
seed 5 45137.64427303265 NaN NaN
seed 5 75706.58572541401 NaN NaN
seed 5 48505.15940918236 NaN NaN
seed 5 58288.71721639073 NaN NaN
seed 5 66562.33332814272 NaN NaN
seed 5 48778.758908698255 NaN NaN
seed 5 58314.52938994732 NaN NaN
seed 5 69400.92503323588 NaN NaN
seed 5 88738.47591261547 NaN NaN
seed 5 73523.48469119376 NaN NaN
seed 6 1917010825.776639 NaN NaN
seed 6 2298914199.056668 NaN NaN
seed 6 1676299219.1927326 NaN NaN
seed 6 1356139138.6893778 NaN NaN
seed 6 1167331090.143207 NaN NaN
seed 6 1564332103.1095731 NaN NaN
seed 6 1199252315.0490804 NaN NaN
seed 6 1001447770.6928751 NaN NaN
seed 6 1820480011.7444718 NaN NaN
seed 6 2452023236.7655582 NaN NaN
EOD
$p2s3 << EOD
median 1 3.1800196695898366 NaN NaN
median 2 2.269375167739494 NaN NaN
median 3 2.357720700930102 NaN NaN
median 4 2.0827972655796128 NaN NaN
median 5 1.5239463352152218 NaN NaN
median 6 0.6293244175425943 NaN NaN
interval 1 3.02705724271104 2.553422288341935 3.588546866096092
interval 2 2.5042941658440614 1.8906343304025726 3.31713497857897
interval 3 2.2663474635586063 1.6216000687277254 3.1674461074785154
interval 4 2.1126054325869696 1.5875584988157905 2.8112990589796505
interval 5 1.4934174114695222 0.8287377904888668 2.691195683938453
interval 6 0.8266258373453492 0.2999537519629031 2.2780521013499717
seed 1 3.0018650378141256 NaN NaN
seed 1 3.666739084839837 NaN NaN
seed 1 3.430502835755783 NaN NaN
seed 1 2.968948418642643 NaN NaN
seed 1 1.903543242023022 NaN NaN
seed 1 3.190027340828045 NaN NaN
seed 1 3.771213261200594 NaN NaN
seed 1 3.5815451538572245 NaN NaN
seed 1 2.2161806054233435 NaN NaN
seed 1 3.1700119983516277 NaN NaN
seed 2 1.7207683446288584 NaN NaN
seed 2 1.9563882668687724 NaN NaN
seed 2 7.0570066144086505 NaN NaN
seed 2 2.4784355154898594 NaN NaN
seed 2 1.7358672666282258 NaN NaN
seed 2 1.8469855815283116 NaN NaN
seed 2 2.0603148199891286 NaN NaN
seed 2 2.8632863767039725 NaN NaN
seed 2 3.0165071819842315 NaN NaN
seed 2 2.8879858139784123 NaN NaN
seed 3 1.956399183023976 NaN NaN
seed 3 1.9243838554497708 NaN NaN
seed 3 2.8625447875826393 NaN NaN
seed 3 5.040345424030344 NaN NaN
seed 3 3.015499117259958 NaN NaN
seed 3 1.1962518697788702 NaN NaN
seed 3 3.873124238615312 NaN NaN
seed 3 0.9384501236599533 NaN NaN
seed 3 2.7590422188362282 NaN NaN
seed 3 1.8192415578160928 NaN NaN
seed 4 2.077825797761465 NaN NaN
seed 4 1.7083941352409795 NaN NaN
seed 4 2.0877687333977604 NaN NaN
seed 4 3.475930924076954 NaN NaN
seed 4 1.2565711373839026 NaN NaN
seed 4 1.3518270277650286 NaN NaN
seed 4 2.5563326771300847 NaN NaN
seed 4 1.2598599808639583 NaN NaN
seed 4 4.287339069354031 NaN NaN
seed 4 2.9308763782646525 NaN NaN
seed 5 0.4541981124185188 NaN NaN
seed 5 3.8403555235562 NaN NaN
seed 5 1.400030550345415 NaN NaN
seed 5 0.33213242412616106 NaN NaN
seed 5 3.3659080325732167 NaN NaN
seed 5 0.8942245152002399 NaN NaN
seed 5 1.7881899056793154 NaN NaN
seed 5 1.6478621200850287 NaN NaN
seed 5 6.6832886954455635 NaN NaN
seed 5 1.1478179471171857 NaN NaN
seed 6 0.2814183324571745 NaN NaN
seed 6 7.9995415622754695 NaN NaN
seed 6 0.1827125416400776 NaN NaN
seed 6 0.30134537073073586 NaN NaN
seed 6 13.134015618148576 NaN NaN
seed 6 0.10737297733221027 NaN NaN
seed 6 0.2926650166257188 NaN NaN
seed 6 0.9573034643544528 NaN NaN
seed 6 2.1249498895794154 NaN NaN
seed 6 1.4314550940071693 NaN NaN
EOD
$p2s4 << EOD
median 1 3.2259755772922336 NaN NaN
median 2 2.169753518736786 NaN NaN
median 3 2.4869895828780457 NaN NaN
median 4 3.27999304475406 NaN NaN
median 5 7.96385675381328 NaN NaN
median 6 15.300214142942465 NaN NaN
interval 1 3.0704728811180675 2.6058304489337005 3.617965135659276
interval 2 2.5203117509382214 1.9741487190490563 3.2175748770219377
interval 3 2.723857126950529 1.8924521694691723 3.92052056465993
interval 4 2.8726315382623233 2.1529170354810785 3.8329447064714297
interval 5 5.61132435631529 2.5552869242590193 12.32228002767547
interval 6 21.04192465479663 7.204611962803263 61.45543930250237
seed 1 3.190153712836776 NaN NaN
seed 1 3.4648048993475733 NaN NaN
seed 1 3.5540749044998026 NaN NaN
seed 1 2.8954088874568313 NaN NaN
seed 1 2.1575276546091855 NaN NaN
seed 1 3.144060001408466 NaN NaN
seed 1 3.9429631695517395 NaN NaN
seed 1 3.573673035718956 NaN NaN
seed 1 2.100313218705849 NaN NaN
seed 1 3.261797441747692 NaN NaN
seed 2 1.8517907110833758 NaN NaN
seed 2 1.7677506635897562 NaN NaN
seed 2 5.036354886375316 NaN NaN
seed 2 2.1857558576879472 NaN NaN
seed 2 2.890472609436201 NaN NaN
seed 2 1.7985434193760412 NaN NaN
seed 2 2.0710184186880007 NaN NaN
seed 2 3.9206483969283923 NaN NaN
seed 2 3.15634586239814 NaN NaN
seed 2 2.153751179785625 NaN NaN
seed 3 1.709838308785171 NaN NaN
seed 3 2.4595491195892007 NaN NaN
seed 3 4.034354432055338 NaN NaN
seed 3 9.590036406053876 NaN NaN
seed 3 3.9505373615082884 NaN NaN
seed 3 1.4370924240919516 NaN NaN
seed 3 2.6713793343666663 NaN NaN
seed 3 1.547355663547965 NaN NaN
seed 3 2.3417053558338203 NaN NaN
seed 3 2.5144300461668903 NaN NaN
seed 4 1.263859053193227 NaN NaN
seed 4 2.184323747584671 NaN NaN
seed 4 3.3021456765902624 NaN NaN
seed 4 3.985597545768555 NaN NaN
seed 4 5.341842974057207 NaN NaN
seed 4 1.9579090300542386 NaN NaN
seed 4 3.90025276449341 NaN NaN
seed 4 2.0643558039816123 NaN NaN
seed 4 3.8388680131065103 NaN NaN
seed 4 3.257840412917858 NaN NaN
seed 5 1.6282750319315917 NaN NaN
seed 5 6.501017407426473 NaN NaN
seed 5 0.8773909257059417 NaN NaN
seed 5 4.215879742661947 NaN NaN
seed 5 13.265648483645721 NaN NaN
seed 5 9.426696100200088 NaN NaN
seed 5 25.573967073268093 NaN NaN
seed 5 9.74054487929005 NaN NaN
seed 5 26.348420476672466 NaN NaN
seed 5 0.9630289836983852 NaN NaN
seed 6 4.87531244052545 NaN NaN
seed 6 49.90363782879841 NaN NaN
seed 6 1.8517472599281786 NaN NaN
seed 6 13.043367984067347 NaN NaN
seed 6 626.9748763129626 NaN NaN
seed 6 27.774025044746896 NaN NaN
seed 6 17.557060301817582 NaN NaN
seed 6 7.32906456576312 NaN NaN
seed 6 153.1521405711722 NaN NaN
seed 6 8.43793381447897 NaN NaN
EOD
lines[2] = ' 1 2 3 4'

guides = 0; array guide[1]; array guide_y[1]; array guide_panel[1]

# ---- The page: sizes in inches that follow `width` and `font_size`; text is wrapped to them. ----

if (!exists('term')) { term = 'svg pdf png' }
# Where a picture goes: to its file; or, when normlab draws (`piped`), to standard output after a line that says which it is.
output(t) = exists('piped') ? "set print '-'; print 'normlab draws " . t . "'; set print" : "set output name . '.' . t"
# A style of the user's own (normlab plot --style) may be older than this program, and lack axes_style.
if (!exists('axes_style')) { axes_style = 'set border 3; set tics nomirror out; set grid ytics' }
line_inch = 1.25*font_size/72.
char_inch = 0.5*font_size/72.
max(a, b) = a > b ? a : b
min(a, b) = a < b ? a : b
ceiling(v) = int(ceil(v))
# num(s): the number in s. gnuplot 5.4 itself refuses exponents in strings, and takes 09 for octal.
bare(s) = s[1:1] eq '0' && strlen(s) > 1 ? bare(s[2:*]) : s
ten_power(s) = s[1:1] eq '-' ? 10.**(-real(bare(s[2:*]))) : 10.**real(bare(s[1:1] eq '+' ? s[2:*] : s))
num(s) = strstrt(s, 'e') ? real(s[1:strstrt(s, 'e')-1])*ten_power(s[strstrt(s, 'e')+1:*]) : real(s)

# wrap(s, n): s in lines of at most n letters, broken at blanks where there are any. lines_in(s): the number of lines of s.
# letters(inches, larger): how many letters of the size font_size + larger fit into so many inches.
break_at(s, n) = n < 2 ? 0 : s[n:n] eq ' ' ? n : break_at(s, n-1)
broken(s, n, at) = at > 0 ? s[1:at-1] . "\n" . wrap(s[at+1:*], n) : s[1:n] . "\n" . wrap(s[n+1:*], n)
wrap(s, n) = strlen(s) <= n ? s : broken(s, n, break_at(s, n))
letters(inches, larger) = max(8, min(200, int(inches*font_size/(char_inch*(font_size + larger)))))
breaks(s, at) = at == 0 ? 0 : 1 + breaks(s[at+1:*], strstrt(s[at+1:*], "\n"))
# balanced(s, n): as wrap(), but in lines of about equal length.
balanced(s, n) = strlen(s) <= n ? s : wrap(s, min(n, strlen(s)/lines_in(wrap(s, n)) + 5))
lines_in(s) = s eq '' ? 0 : 1 + breaks(s, strstrt(s, "\n"))

# tx(s): text for the terminal t. For LaTeX, letters that have a special meaning there are replaced. to_latex() works by
# halves, because functions nest at most 250 deep.
latex(c) = strstrt('%&#_${}', c) ? "\\" . c : c eq '~' ? '\textasciitilde{}' : c eq '^' ? '\textasciicircum{}' : \
    c eq "\\" ? '\textbackslash{}' : c eq '<' || c eq '>' || c eq '|' ? '$' . c . '$' : c eq '∞' ? '$\infty$' : \
    c eq '⁻' ? '$^{-}$' : superscript(c, 0)
superscript(c, n) = n > 9 ? c : c eq word('⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹', n + 1) ? sprintf('$^{%d}$', n) : superscript(c, n + 1)
to_latex(s) = strlen(s) < 2 ? (s eq '' ? '' : latex(s)) : to_latex(s[1:strlen(s)/2]) . to_latex(s[strlen(s)/2+1:*])
tx(s) = t eq 'tex' ? to_latex(s) : s
# tick_text(s): the same for a tick. gnuplot takes its text for a format, so each % is doubled.
doubled(s) = strstrt(s, '%') ? s[1:strstrt(s, '%')] . '%' . doubled(s[strstrt(s, '%')+1:*]) : s
tick_text(s) = doubled(tx(s))

# raised(s): the number s in raised digits. tick(v): the text of a tick; very small and very large powers of ten are 10 with a
# raised exponent.
raised(s) = s eq '' ? '' : (s[1:1] eq '-' ? '⁻' : word('⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹', int(s[1:1]) + 1)) . raised(s[2:*])
is_power(v) = v > 0 && abs(log10(v) - round(log10(v))) < 1e-9
round(v) = floor(v + 0.5)
tick(v) = is_power(v) && (v < 0.0009 || v > 99999) ? '10' . raised(sprintf('%d', round(log10(v)))) : sprintf('%.10g', v)

# Ticks of a logarithmic axis: the closer its ends, the more in each power of ten. gnuplot itself has ticks at powers of
# ten alone.
power(v) = is_power(v) ? '10' . raised(sprintf('%d', round(log10(v)))) : tick(v)
log_ticks(low, high) = high/low > 2e3 ? '1' : high/low > 100 ? '1 3' : high/low > 12 ? '1 2 5' : \
    high/low > 4 ? '1 1.5 2 3 4 6' : '1 1.2 1.5 2 2.5 3 4 5 6 8'
# A y axis has one more tick, at the last round number before its end, if that is far enough from the tick before.
end_tick(low, high) = floor(high/10.**floor(log10(high)))*10.**floor(log10(high))
is_apart(v, last, low, high) = v > last && log(v/last) > 0.11*log(high/low)
decade_step(low, high) = max(1, ceiling((log10(high) - log10(low))/8))
log_ticks_far(axis, low, high) = sprintf( \
    "set %stics nomirror (); do for [e = %d:%d:%d] { do for [m in '%s'] { v = m*10.**e; " . \
    "if (v >= %.17g && v <= %.17g) { set %stics add (tx(%s(v)) v); last_tick = v } } }" . \
    (axis eq 'y' && high/low <= 2e3 ? sprintf("; v = %.17g; if (is_apart(v, last_tick, %.17g, %.17g)) { set ytics add (tx(tick(v)) v) }", \
                                              end_tick(low, high), low, high) : ''), \
    axis, int(floor(log10(low)/decade_step(low, high)))*decade_step(low, high), int(ceil(log10(high))), decade_step(low, high), log_ticks(low, high), low, high, axis, \
    high/low > 2e3 ? 'power' : 'tick')
nice(v, ten) = v < 1.5*ten ? ten : v < 3.5*ten ? 2*ten : v < 7.5*ten ? 5*ten : 10*ten
step(low, high) = nice((high - low)/5., 10.**floor(log10((high - low)/5.)))
log_ticks_near(axis, low, high, by) = sprintf( \
    "set %stics nomirror (); do for [e = %d:%d] { set %stics add (sprintf('%%.10g', e*%.17g) e*%.17g) }", \
    axis, int(ceil(low/by)), int(floor(high/by)), axis, by, by)
set_log_ticks(axis, low, high) = high/low > 4 ? log_ticks_far(axis, low, high) : \
    log_ticks_near(axis, low, high, step(low, high))

# ---- Line types: that of the norm, a variant of it for the norm's second line, hollow points for printed values. ----

cut_at(s, c) = strstrt(s, c) ? s[1:strstrt(s, c)-1] : s
style_name(s) = cut_at(cut_at(cut_at(s, ' '), ':'), ';')
array line[entries + 1]
do for [k = 1:entries] {
    variant = 0; first = 0
    do for [i = 1:k - 1] {
        if (style_name(style[i]) eq style_name(style[k])) {
            variant = variant + (look[i] eq look[k])
            if (look[i] ne 'printed' && first == 0) { first = i }
        }
    }
    line[k] = look[k] ne 'printed' && variant == 0 ? line_of(style_name(style[k])) : line_more(0)
    if (look[k] eq 'printed') { eval printed(line[k], first ? line[first] : line_of(style_name(style[k])), variant) }
    if (look[k] ne 'printed' && variant == 1) { eval second(line[k], line[first]) }
}

# ---- The ranges of x and y, and which kinds of rows there are: found by visit() in one pass over all rows. ----

nth(list, i) = int(word(list, i))
label_letters(width) = int((0.88*width/char_inch - 9)/1.15) # that the key has room for
block(p, k) = '$p' . p . 's' . k
sel(words) = strstrt(words, strcol(1)) > 0
array low[panels]; array high[panels]; array x_end[panels]; array shown[panels]; array with_marks[panels]; array with_theory[panels]
array points_of[panels*entries + 1] # medians of line k in panel p: points_of[(p - 1)*entries + k]
array end_x[entries + 1]; array end_y[entries + 1]; array taken[panels*(categories + 1) + 1]
x_low = NaN; x_high = NaN; x_ticks = ''; longest = 0; alone = 1; any_seeds = 0; bands = 0; lost_count = 0; refused_count = 0
# longest: the most medians of a line. alone: no category of a panel has values of two lines; seat() finds this out.
lower(a, b) = a == a ? min(a, b) : b
higher(a, b) = a == a ? max(a, b) : b
is_point(w) = w eq 'mean' || w eq 'median' || w eq 'printed' || w eq 'theory'
scatter = template eq 'scatter'
has_x(w) = is_point(w) || (scatter && w eq 'seed') || w eq 'lost' || w eq 'band' || w eq 'interval'
# An interval that reaches below 0 from a positive mean does not keep y from being logarithmic; its low end is then the axis'.
array below[panels]
take_ends(p, w, y, l, h) = (take(p, h), w eq 'interval' && y > 0 && l <= 0 ? (below[p] = lower(below[p], l)) : take(p, l), 1)
take(p, v) = v == v ? (low[p] = lower(low[p], v), high[p] = higher(high[p], v), 1) : 0
# tick_of(x): adds x to x_ticks, the different x. When there are more than ten, the ticks are gnuplot's own (below).
tick_of(x) = words(x_ticks) > 15 || strstrt(x_ticks . ' ', ' ' . sprintf('%.10g', x) . ' ') ? 0 : (x_ticks = x_ticks . ' ' . sprintf('%.10g', x), 1)
take_x(p, x) = (x_low = lower(x_low, x), x_high = higher(x_high, x), x_end[p] = higher(x_end[p], x), tick_of(x))
seat(at, k) = taken[at] == 0 ? (taken[at] = k, 1) : taken[at] == k ? 1 : (alone = 0, 1)
take_end(k, x, y) = y == y ? (end_x[k] = x, end_y[k] = y, 1) : 0
visit(p, k, w, x, y, l, h) = ( \
    has_x(w) ? take_x(p, x) : 0, \
    (is_point(w) && !(w eq 'theory' && template eq 'heat')) || (w eq 'seed' && template ne 'heat') ? take(p, y) : 0, \
    l == l && h == h && template ne 'heat' && has_x(w) ? take_ends(p, w, y, l, h) : 0, \
    w eq 'mean' || w eq 'median' ? (n_points = n_points + 1, longest = max(longest, n_points), p == 1 ? take_end(k, x, y) : 0) : 0, \
    categories && (w eq 'mean' || w eq 'median' || w eq 'lost') ? seat((p - 1)*(categories + 1) + int(x), k) : 0, \
    w eq 'band' ? (bands = max(bands, int(y) + 1)) : 0, any_seeds = any_seeds || w eq 'seed', \
    lost_count = lost_count + (w eq 'lost'), refused_count = refused_count + (w eq 'refused'), 1)

# of_look(list, want): the lines of a list that have this look. rest_of(list): the list without its first line.
of_look(list, want) = words(list) == 0 ? '' : (look[nth(list, 1)] eq want ? ' ' . word(list, 1) : '') . of_look(rest_of(list), want)
rest_of(list) = words(list) < 2 ? '' : ' ' . list[strstrt(list, word(list, 1)) + strlen(word(list, 1)) + 1:*]
do for [p = 1:panels] {
    low[p] = NaN; high[p] = NaN; x_end[p] = NaN; below[p] = NaN
    shown[p] = of_look(lines[p], 'line'); with_marks[p] = of_look(lines[p], 'printed'); with_theory[p] = of_look(lines[p], 'theory')
}
do for [i = 1:panels*(categories + 1) + 1] { taken[i] = 0 }
do for [k = 1:entries] { end_x[k] = NaN; end_y[k] = NaN }
set table $scratch
do for [p = 1:panels] {
    do for [k in lines[p]] {
        n_points = 0
        plot block(p, k) using (visit(p, int(k), strcol(1), $2, $3, $4, $5)) with table
        points_of[(p - 1)*entries + int(k)] = n_points
    }
    do for [i = 1:guides] { if (guide_panel[i] == p) { any = take(p, guide_y[i]) } }
}
unset table
bars = template eq 'bars'

# The different x, in ascending order.
x_count = words(x_ticks)
# A few points of a few lines in one panel fit into a column of a paper.
small = template eq 'lines' && panels == 1 && entries <= 3 && x_count <= 8 && !curve && term ne 'dumb'
do for [k = 1:entries] { small = small && strlen(label[k]) <= label_letters(3.4) }
do for [i = 1:guides] { small = small && strlen(guide[i]) <= 10 }
if (!exists('width')) { width = small ? 3.4 : 7 }
if (x_count > 10) { x_ticks = '' }
sorted = ''
do for [i = 1:words(x_ticks)] {
    least = ''
    do for [v in x_ticks] { if (!strstrt(sorted . ' ', ' ' . v . ' ') && (least eq '' || num(v) < num(least))) { least = v } }
    sorted = sorted . ' ' . least
}
x_ticks = sorted[2:*]
if (x_low != x_low) { x_low = 0; x_high = 1 }
if (x_low <= 0) { x_log = 0 }
do for [p = 1:panels] { if (x_end[p] != x_end[p]) { x_end[p] = x_high } }

# y is logarithmic where that is asked for, or where a linear axis would squash three of four means of a panel into an eighth
# of it; never where a value is not positive.
all_low = NaN; all_high = NaN
do for [p = 1:panels] {
    if (low[p] == low[p]) { all_low = lower(all_low, low[p]); all_high = higher(all_high, high[p]) }
    set table $means
    do for [k in shown[p]] { plot block(p, k) using 3 with table if (sel('mean median') && $3 == $3) }
    unset table
    means_of = 0; least = NaN; most = NaN; near_least = 0
    do for [i = 1:|$means|] {
        if (words($means[i])) { v = num(word($means[i], 1)); means_of = means_of + 1; least = lower(least, v); most = higher(most, v) }
    }
    do for [i = 1:|$means|] {
        if (words($means[i])) { near_least = near_least + (num(word($means[i], 1)) - least < (most - least)/8.) }
    }
    if (means_of >= 4 && near_least >= 3*means_of/4 && most > 5*least) { y_log = 10 }
}
if (bars || !(all_low > 0 && all_high > all_low)) { y_log = 0 }
do for [p = 1:panels] { if (!y_log && below[p] == below[p]) { low[p] = lower(low[p], below[p]); all_low = lower(all_low, below[p]) } }

# $lost: unsuccessful trials, as panel, line, x and their number.
set table $lost
do for [p = 1:panels] { do for [k in lines[p]] { plot block(p, k) using (p):(int(k)):2:3 with table if (strcol(1) eq 'lost') } }
unset table

# set_key_size: the size of a key of n_key lines, in as many columns as fit.
widest_label = 1
do for [k = 1:entries] {
    label[k] = abridge(label[k], max(8, label_letters(width)))
    widest_label = max(widest_label, strlen(label[k]))
}
set_key_size = "key_columns = max(1, min(n_key, int(0.96*width/(char_inch*(1.15*widest_label + 7.5))))); " . \
    "key_rows = ceiling(1.0*n_key/key_columns); key_columns = key_rows > 0 ? ceiling(1.0*n_key/key_rows) : 1; " . \
    "key_inch = key_rows > 0 ? line_inch*key_rows + 0.1 : 0"
n_key = entries
eval set_key_size

# Title and caption above the panels.
title_text = balanced(title, letters(0.97*width, 2))
caption_text = balanced(caption, letters(0.97*width, 0))
title_inch = line_inch*(1.3*lines_in(title_text) + lines_in(caption_text)) + 0.06

# Panels stand side by side where each is wide enough.
panel_columns = max(1, min(panels == 4 ? 2 : min(panels, 3), int(width/(scatter ? 4 : 2.1))))
panel_rows = ceiling(1.0*panels/panel_columns)

# An empty plot over the whole page, with title, caption, y label and key.
page = "set origin 0,0; set size 1,1; set margins 0,0,0,0; unset border; unset tics; unset grid; " . \
       "unset logscale; set xrange [0:1]; set yrange [0:1]; unset xlabel; unset title; " . \
       "set label 1 tx(title_text) at screen 0.5, screen 1 center offset character 0,-0.85 font font_title; " . \
       "set label 2 tx(caption_text) at screen 0.5, screen 1 - 1.3*line_inch*lines_in(title_text)/height center " . \
       "offset character 0,-0.75 textcolor rgb ink; " . \
       "set key at screen 0.5, screen (key_inch - 0.06)/height center top horizontal Left reverse " . \
       "maxcols key_columns samplen 3 spacing 1.15 width 1; "
# add_key: makes the plot statement that draws the key. what(k), which the template defines, is how line k is drawn in it;
# only lines with in_key(k) are in it.
key = ''
in_key(k) = 1
add_key = "do for [k = 1:entries] { if (in_key(k)) { key = key . sprintf('NaN with %s title tx(label[%d]), ', what(k), k) } }"
after_page = "unset label; unset arrow; unset key; eval axes_style"

# data_of[p]: the panel whose data the panel p shows. faint_lines[p]: the lines that are faint behind those of p. Only small
# multiples change these.
array data_of[panels]; array faint_lines[panels]
do for [p = 1:panels] { data_of[p] = p; faint_lines[p] = '' }
with_faint = 0

# part(list, what): the part of a plot statement that draws each line of a list; nothing for an empty list, which gnuplot
# would refuse. what: the text from `using` on.
part(list, what) = words(list) ? sprintf("for [i = 1:%d] block(%d, word('%s', i)) ", words(list), data_of[p], list) . what . ', ' : ''
# pick(words, x): x where the kind of the row is one of these words; else NaN, so that the row is not drawn.
pick(words, x) = sel(words) ? x : NaN

# ---- A heat map: a row for each line, a column for each category, the median as colour and as number. ----

heat_log = y_log
heat_low = all_low; heat_high = all_high
if (heat_low != heat_low) { heat_low = 0; heat_high = 1 }
if (heat_low == heat_high) { heat_high = heat_low + max(abs(heat_low), 1)*1e-6 }

# Rows are the lines that are no theory. A theory is drawn over the map, by place_of(v): its value v lies between two
# rows, whose names are numbers.
array row_of[entries + 1]; array row_label[entries + 1]
rows = 0
do for [k = 1:entries] {
    row_of[k] = 0
    if (look[k] ne 'theory') { rows = rows + 1; row_of[k] = rows; row_label[rows] = label[k] }
    if (look[k] eq 'theory') { caption = caption . '; line: ' . label[k] }
}
row_after(v, i) = i >= rows || num(row_label[i + 1]) > v ? i : row_after(v, i + 1)
row_between(v, i) = i >= rows ? rows : i + (v - num(row_label[i]))/(num(row_label[i + 1]) - num(row_label[i]))
place_of(v) = v < num(row_label[1]) ? NaN : v > num(row_label[rows]) ? NaN : row_between(v, row_after(v, 1))

# A panel has columns of the categories for which it has values: column_of[(p - 1)*categories + i] is the column of category i,
# or NaN, and columns_in[p] their number.
# $cellsP, of panel P: column, row, whether there is a median, the median, the numbers of unsuccessful and of refused trials.
array cell_mean[rows*categories + 1]; array cell_lost[rows*categories + 1]; array cell_refused[rows*categories + 1]
fill(at, w, y) = (y == y && (w eq 'mean' || w eq 'median') ? (cell_mean[at] = y, 1) : 0, w eq 'lost' ? (cell_lost[at] = y, 1) : 0, w eq 'refused' ? (cell_refused[at] = y, 1) : 0, 1)
array column_of[panels*categories + 1]; array columns_in[panels + 1]
most_columns = 1
use(p, i, w, y) = y == y && w ne 'seed' ? (column_of[(p - 1)*categories + i] = 1) : 0
column_at(p, i) = column_of[(p - 1)*categories + i]
has_column(p, i) = column_at(p, i) == column_at(p, i)
do for [p = 1:panels] {
    do for [i = 1:rows*categories] { cell_mean[i] = NaN; cell_lost[i] = 0; cell_refused[i] = 0 }
    do for [i = 1:categories] { column_of[(p - 1)*categories + i] = NaN }
    set table $scratch
    do for [k in shown[p]] { plot block(p, k) using (fill((row_of[int(k)] - 1)*categories + int($2), strcol(1), $3) + use(p, int($2), strcol(1), $3)) with table }
    unset table
    columns_in[p] = 0
    do for [i = 1:categories] {
        if (has_column(p, i)) { columns_in[p] = columns_in[p] + 1; column_of[(p - 1)*categories + i] = columns_in[p] }
    }
    if (columns_in[p] == 0) {
        columns_in[p] = categories
        do for [i = 1:categories] { column_of[(p - 1)*categories + i] = i }
    }
    most_columns = max(most_columns, columns_in[p])
    eval sprintf('set print $cells%d', p)
    do for [i = 1:rows*categories] {
        at = (i - 1) % categories + 1
        if (!has_column(p, at)) { continue }
        print sprintf('%d %d %d %.17g %d %d', column_at(p, at), (i - 1)/categories + 1, cell_mean[i] == cell_mean[i], \
                      cell_mean[i] == cell_mean[i] ? cell_mean[i] : 0, cell_lost[i], cell_refused[i])
    }
    set print
}

# Names of rows stand left of the first panel of each row of panels; columns' names below, aslant where they are long.
longest_name = 1
# short(s): 1e-5 for 1e-05.
short(s) = strstrt(s, 'e-0') > 1 && strlen(s) == strstrt(s, 'e-0') + 3 ? s[1:strstrt(s, 'e-0')+1] . s[strlen(s):*] : s
do for [i = 1:categories] { category[i] = short(category[i]) }
widest_row = 1
do for [k = 1:rows] { row_label[k] = abridge(row_label[k], letters(0.36*width, 0)); widest_row = max(widest_row, strlen(row_label[k])) }
do for [i = 1:categories] { longest_name = max(longest_name, strlen(category[i])) }
name_inch = (1.1*widest_row + 1)*char_inch + 0.06
panel_columns = max(1, min(panels == 4 ? 2 : min(panels, 3), int((width - name_inch)/(most_columns*4.6*char_inch + 0.15))))
panel_rows = ceiling(1.0*panels/panel_columns)
map_inch = min((width - name_inch - 0.06)/panel_columns - 0.15, most_columns*(panels == 1 ? 2.2 : 1.1))
indent_inch = 0.5*(width - name_inch - 0.06 - panel_columns*(map_inch + 0.15))
# roomy: the cells are so wide that their numbers have a larger font.
roomy = map_inch/most_columns > 1.5
cell_letters = map_inch/most_columns/char_inch
slant = longest_name <= 0.95*cell_letters ? 0 : map_inch/most_columns > 1.7*line_inch ? 35 : 90
counted = lost_count || refused_count
cell_high = line_inch*(counted ? 2.4 : roomy ? 2.1 : 1.7)
lines_above = 0
do for [p = 1:panels] {
    panel_title[p] = wrap(panel_title[p], letters(map_inch*columns_in[p]/most_columns, 1))
    lines_above = max(lines_above, lines_in(panel_title[p]))
}
below_inch = line_inch*(0.5 + (x_label eq '' ? 0.3 : 1.3) + (slant ? 0.4 + (slant == 90 ? 0.95 : 0.55)*longest_name*char_inch/line_inch : 1))
above_inch = line_inch*(1.15*lines_above + 0.5)
row_inch = rows*cell_high + above_inch + below_inch
bar_inch = 3.7*line_inch
bar_part = min(0.7, 2.1/width)
if (lost_count) { caption = caption . '; ×n: n trials ' . lost_word }
if (refused_count) { caption = caption . '; –: refused' }
caption_text = balanced(caption, letters(0.97*width, 0))
title_inch = line_inch*(1.3*lines_in(title_text) + lines_in(caption_text)) + 0.06
height = title_inch + panel_rows*row_inch + bar_inch + 0.05

# Numbers: as many digits as all of them need, and as there is room for.
decimals = heat_high >= 1000 || heat_low < 0 || (heat_low > 0 && heat_high/heat_low > 300) || heat_high < 0.01 ? -1 : \
    heat_high >= 100 ? 0 : heat_high >= 10 ? 1 : 2
fixed = sprintf('%%.%df', max(decimals, 0))
ten_to(v) = int(floor(log10(abs(v)) + 1e-9))
power_form(v, digits) = sprintf('%.' . digits . 'fe%d', v/10.**ten_to(v), ten_to(v))
plain(v, digits) = v == 0 || (abs(v) >= 0.001 && abs(v) < 1e4) ? sprintf('%.' . digits . 'g', v) : power_form(v, digits - 1)
fits(text) = strlen(text) <= 0.9*cell_letters
shortest(v) = fits(plain(v, 3)) ? plain(v, 3) : fits(plain(v, 2)) ? plain(v, 2) : fits(plain(v, 1)) ? plain(v, 1) : ''
number(v) = decimals >= 0 && fits(sprintf(fixed, v)) ? sprintf(fixed, v) : shortest(v)
counts(lost, refused) = (lost > 0 ? '×' . sprintf('%d', lost) : '') . (refused > 0 ? (lost > 0 ? ' –' : '–') : '')
beside(lost, refused) = lost > 0 || refused > 0 ? 0.22 : 0
# cross(x, v): notes the cells whose numbers a line of theory may cross, in column x at v between two rows. edge: the
# width of the outline of such a number, in letters.
array crossed[rows*categories + 1]
hit(x, i) = i >= 1 && i <= rows ? (crossed[(i - 1)*categories + x] = 1) : 0
cross(x, v) = x == x && v == v ? hit(x, int(v)) + hit(x, int(v) + 1) : 0
edge = 0.22
ink_on(any, v) = any > 0 ? heat_ink(heat_part(v)) : ink

page_lines = 12 + 2*rows
do for [t in term] {
    eval terminal(t, width, height)
    dumb = t eq 'dumb'
    font_number = roomy ? font_panel : font_small
    if (!dumb) {
        eval output(t)
        set multiplot
        eval page
        unset key
        plot NaN notitle
        eval after_page
    }
    do for [p = 1:panels] {
        unset grid; unset logscale
        set xrange [0.5:columns_in[p] + 0.5]; set yrange [rows + 0.5:0.5]
        set xtics nomirror scale 0 ('' -1)
        do for [i = 1:categories] { if (has_column(p, i)) { set xtics add (tick_text(category[i]) column_at(p, i)) } }
        set ytics nomirror scale 0 (tick_text(row_label[1]) 1)
        do for [k = 2:rows] { set ytics add (tick_text(row_label[k]) k) }
        set xlabel (p + panel_columns > panels ? tx(x_label) : '')
        if (dumb) {
            unset colorbox; unset key
            set title (p == 1 ? wrap(title, columns - 4) . "\n" . wrap(caption, columns - 4) . "\n" : '') . panel_title[p] . \
                (panel_title[p] eq '' ? '' : ': ') . y_label
            plot '$cells'.p using 1:2:(($3 > 0 ? number($4) : '') . counts($5, $6)) with labels notitle
        } else {
            in_row = (p - 1) % panel_columns; row = (p - 1)/panel_columns
            from_left = indent_inch + name_inch + in_row*(map_inch + 0.15)
            from_top = title_inch + row*row_inch + above_inch
            set lmargin at screen from_left/width; set rmargin at screen (from_left + map_inch*columns_in[p]/most_columns)/width
            set tmargin at screen 1 - from_top/height; set bmargin at screen 1 - (from_top + rows*cell_high)/height
            unset border
            if (slant) { set xtics rotate by slant right }
            if (in_row > 0) { set format y '' ; unset ytics }
            set xlabel offset 0,0.3
            set label tx(panel_title[p]) at graph 0.5, graph 1 center offset character 0, 1.1*lines_above - 0.25 font font_panel
            if (heat_log) { set logscale cb 10 }
            set cbrange [heat_low:heat_high]
            if (p == panels) {
                set colorbox horizontal user origin 0.5 - bar_part/2, 1.6*line_inch/height size bar_part, 0.1/height front noborder
                if (heat_log) { eval set_log_ticks('cb', heat_low, heat_high) } else { set cbtics nomirror nice((heat_high - heat_low)/4., 10.**floor(log10((heat_high - heat_low)/4.))) }
                set cbtics scale 0.3 offset 0,0.4
                set label tx(y_label . (y_log ? ' (log scale)' : '')) at screen 0.5, screen (2.2*line_inch + 0.1)/height center
            } else {
                unset colorbox
            }
            plot '$cells'.p using 1:($5 + $6 > 0 ? $2 : NaN):($1 - 0.5):($1 + 0.5):($2 - 0.5):($2 + 0.5) with boxxyerror fs solid noborder fc rgb 0xE4E4E4 notitle, \
                 '' using 1:($3 > 0 ? $2 : NaN):($1 - 0.5):($1 + 0.5):($2 - 0.5):($2 + 0.5):4 with boxxyerror fs solid noborder lc palette notitle, \
                 '' using 1:2:($1 - 0.5):($1 + 0.5):($2 - 0.5):($2 + 0.5) with boxxyerror lc rgb 'white' lw 1.5 dt solid fs empty border notitle
            unset label; unset xlabel; unset xtics; unset ytics; unset colorbox
            # A theory's line lies under the numbers, and each number that it crosses has an outline in its cell's colour.
            if (words(with_theory[p])) {
                eval 'plot ' . \
                    part(with_theory[p], "using (pick('theory', column_at(p, int($2)))):(place_of($3)) with lines lw 4 dt solid lc rgb 'white'") . \
                    part(with_theory[p], "using (pick('theory', column_at(p, int($2)))):(place_of($3)) with lines lw 2 dt (8,4) lc rgb 'black'") . 'NaN notitle'
                do for [i = 1:rows*categories] { crossed[i] = 0 }
                set table $scratch
                do for [k in with_theory[p]] { plot block(p, k) using (cross(column_at(p, int($2)), place_of($3))) with table }
                unset table
                plot for [i = 1:8] '$cells'.p using 1:($3 > 0 && crossed[($2 - 1)*categories + $1] ? $2 - beside($5, $6) : NaN):(number($4)):4 \
                    with labels font font_number textcolor palette offset character edge*cos(i*pi/4), edge*sin(i*pi/4) notitle
            }
            plot '$cells'.p using 1:($2 - ($3 > 0 ? beside($5, $6) : 0)):($3 > 0 ? number($4) : ''):(ink_on($3, $4)) with labels font font_number textcolor rgb variable notitle, \
                 '' using 1:($2 + ($3 > 0 ? beside($5, $6) : 0)):(tx(counts($5, $6))):(ink_on($3, $4)) with labels textcolor rgb variable notitle
        }
        unset label; unset arrow; unset colorbox
    }
    if (!dumb) { unset multiplot }
    unset output
    set lmargin -1; set rmargin -1; set tmargin -1; set bmargin -1; set border 3
}
