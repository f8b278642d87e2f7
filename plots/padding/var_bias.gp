# A figure of normlab. `gnuplot var_bias.gp` in this folder draws it anew as .svg, .pdf and .png;
# gnuplot -e "term = 'pdf'; width = 3.4; font_size = 9" var_bias.gp draws one of them, so many inches wide;
# term = 'dumb' shows it in the terminal. First come its data, then the program that draws them.
# Colours, points, dashes and fonts are in ../style.gp.

load '../style.gp'

name = 'var_bias'
title = 'Variance over all positions off that of valid ones, first norm, words of one length'
caption = 'words, 5 seeds: means; thin bars: range of the seeds, each a faint point'
x_label = 'share of padding'
y_label = 'RMS over channels of ratio - 1'
lost_word = 'diverged'
bars = 0; band = 0

# The lines of the key, their line types, and which are values printed elsewhere.
entries = 8
array label[9]; array line[9]; array marks[9]
label[1] = 'batchnorm'; marks[1] = 0; line[1] = line_of('batchnorm')
label[2] = 'batchnorm masked=1'; marks[2] = 0; line[2] = line_more(0); eval second(line[2], line[1])
label[3] = 'layernorm over=token'; marks[3] = 0; line[3] = line_of('layernorm')
label[4] = 'rmsnorm over=token'; marks[4] = 0; line[4] = line_of('rmsnorm')
label[5] = 'groupnorm'; marks[5] = 0; line[5] = line_of('groupnorm')
label[6] = 'groupnorm masked=1'; marks[6] = 0; line[6] = line_more(0); eval second(line[6], line[5])
label[7] = 'instancenorm'; marks[7] = 0; line[7] = line_of('instancenorm')
label[8] = 'instancenorm masked=1'; marks[8] = 0; line[8] = line_more(0); eval second(line[8], line[7])

# Axes: the base of a logarithmic one, or 0; what x reaches over, and ticks of its own.
x_log = 0; y_log = 0
x_low = 0
x_high = 0.75
x_count = 4; x_ticks = '0 0.25 0.5 0.75'
longest = 4; curve = 0; seed_lines = 0

# Panels: what y reaches over; blocks of each line: x, mean or median, low and high end
# of its range; and x, y of each seed.
panels = 3; array panel_title[3]; array note[3]; array low[3]; array high[3]; array x_end[3]
array shown[3]; array with_marks[3]; array with_ranges[3]; array with_seeds[3]

panel_title[1] = 'LSTM'; note[1] = ''
low[1] = 0; high[1] = 0.7386599732459028; x_end[1] = 0.75; shown[1] = ' 1 2 3 4 5 6 7 8'; with_marks[1] = ''; with_ranges[1] = ' 1 2 3 4 5 6 7 8'; with_seeds[1] = ' 1 2 3 4 5 6 7 8'
$p1s1 << EOD
0 0 0 0
0.25 0.218389777241989 0.20717055361093326 0.23687970027915053
0.5 0.4309576668779318 0.41341041124908157 0.44628113850043
0.75 0.6985808700555853 0.6868426616176584 0.7126875393334084
EOD
$p1s1_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.21922786057593155
0.25 0.20948151092642317
0.25 0.23687970027915053
0.25 0.20717055361093326
0.25 0.21918926081750628
0.5 0.43978568609841456
0.5 0.4199793525091251
0.5 0.44628113850043
0.5 0.41341041124908157
0.5 0.435331746032608
0.75 0.7021273773235074
0.75 0.690252220237325
0.75 0.7126875393334084
0.75 0.6868426616176584
0.75 0.7009945517660272
EOD
$p1s2 << EOD
0 0 0 0
0.25 0.219688460269205 0.20447902013694413 0.2347624032892397
0.5 0.42464332967794516 0.4028024655449737 0.4502528955457304
0.75 0.6874609940813368 0.6695686119327133 0.7112764493085555
EOD
$p1s2_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.231820870973482
0.25 0.2100179986337697
0.25 0.2347624032892397
0.25 0.20447902013694413
0.25 0.21736200831258934
0.5 0.4330835989629337
0.5 0.4141459267916216
0.5 0.4502528955457304
0.5 0.4028024655449737
0.5 0.42293176154446627
0.75 0.6884825254848606
0.75 0.6809186499183016
0.75 0.7112764493085555
0.75 0.6695686119327133
0.75 0.6870587337622528
EOD
$p1s3 << EOD
0 0 0 0
0.25 0.25576866448001656 0.2502535512023607 0.25883686400867073
0.5 0.4781865178921551 0.47088145102840184 0.48226265648695127
0.75 0.7332944151805877 0.7275438366308697 0.7365139885642688
EOD
$p1s3_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.2567442319431211
0.25 0.25883686400867073
0.25 0.2579594380234017
0.25 0.2550492372225285
0.25 0.2502535512023607
0.5 0.4793646179744724
0.5 0.48226265648695127
0.5 0.48115161354936714
0.5 0.4772722504215826
0.5 0.47088145102840184
0.75 0.7341350106447191
0.75 0.7365139885642688
0.75 0.7356770404498993
0.75 0.7326021996131813
0.75 0.7275438366308697
EOD
$p1s4 << EOD
0 0 0 0
0.25 0.2567847826925604 0.25391870972556724 0.26102490840503295
0.5 0.4794780840353033 0.4756750531911268 0.48507119245398705
0.75 0.7342705140108245 0.731269817689664 0.7386599732459028
EOD
$p1s4_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.2562441258279134
0.25 0.2587065402470133
0.25 0.26102490840503295
0.25 0.25391870972556724
0.25 0.2540296292572749
0.5 0.47882145895205935
0.5 0.4820359496368845
0.5 0.48507119245398705
0.5 0.4756750531911268
0.5 0.47578676594245845
0.75 0.7337971541654518
0.75 0.7362942664445734
0.75 0.7386599732459028
0.75 0.731269817689664
0.75 0.7313313585085309
EOD
$p1s5 << EOD
0 0 0 0
0.25 0.2496933356989687 0.24666508018531494 0.2524487773984583
0.5 0.46634086376887723 0.46386919369663376 0.4695263020172388
0.75 0.7207230213662723 0.7172198661779631 0.7252763656882752
EOD
$p1s5_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.2511767058645067
0.25 0.2500474021254459
0.25 0.2524487773984583
0.25 0.24812871292111752
0.25 0.24666508018531494
0.5 0.46386919369663376
0.5 0.465882921963365
0.5 0.46636678420146277
0.5 0.4660591169656861
0.5 0.4695263020172388
0.75 0.7196340074193848
0.75 0.721609837307048
0.75 0.7172198661779631
0.75 0.7198750302386902
0.75 0.7252763656882752
EOD
$p1s6 << EOD
0 0 0 0
0.25 0.25321117159425327 0.24937084562962888 0.25603564836834025
0.5 0.4745068985730625 0.46920992416458684 0.4786406449698541
0.75 0.7301788312485605 0.7258572555521444 0.7337265597059917
EOD
$p1s6_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.25603564836834025
0.25 0.2511386384992351
0.25 0.24937084562962888
0.25 0.25573751648644183
0.25 0.25377320898762035
0.5 0.4786406449698541
0.5 0.47202009617586616
0.5 0.46920992416458684
0.5 0.4776497003040159
0.5 0.4750141272509895
0.75 0.7337265597059917
0.75 0.7284143543091376
0.75 0.7258572555521444
0.75 0.7324972273793288
0.75 0.7303987592962006
EOD
$p1s7 << EOD
0 0 0 0
0.25 0.22962229538504025 0.22179408682356994 0.2353808517108184
0.5 0.4562393719279737 0.43930569404784886 0.47507030992713456
0.75 0.7103007644623768 0.6976706288985248 0.72078750123498
EOD
$p1s7_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.2353808517108184
0.25 0.2251192146698186
0.25 0.23397204146184827
0.25 0.231845282259146
0.25 0.22179408682356994
0.5 0.43930569404784886
0.5 0.457575746832901
0.5 0.47507030992713456
0.5 0.4640812277611788
0.5 0.44516388107080557
0.75 0.6976706288985248
0.75 0.7074474256000589
0.75 0.72078750123498
0.75 0.7119523865518435
0.75 0.7136458800264768
EOD
$p1s8 << EOD
0 0 0 0
0.25 0.2332464340683381 0.2198039989384834 0.24000156842596865
0.5 0.4473832335744955 0.4285106007582549 0.45655533605972537
0.75 0.7084355563931826 0.6929783647763591 0.7157534249629345
EOD
$p1s8_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.2198039989384834
0.25 0.2352819285877623
0.25 0.24000156842596865
0.25 0.2340544025999277
0.25 0.23709027178954833
0.5 0.4285106007582549
0.5 0.44988704606568647
0.5 0.45655533605972537
0.5 0.44815456579820745
0.5 0.453808619190603
0.75 0.6929783647763591
0.75 0.7102376468977853
0.75 0.7157534249629345
0.75 0.7088083714775599
0.75 0.7143999738512743
EOD

panel_title[2] = 'convolutional net'; note[2] = ''
low[2] = 0; high[2] = 0.7338493112901779; x_end[2] = 0.75; shown[2] = ' 1 2 3 4 5 6 7 8'; with_marks[2] = ''; with_ranges[2] = ' 1 2 3 4 5 6 7 8'; with_seeds[2] = ' 1 2 3 4 5 6 7 8'
$p2s1 << EOD
0 0 0 0
0.25 0.2165544567674354 0.19692561317354831 0.22591634334543778
0.5 0.43927874630656155 0.41551774087996957 0.45377356820260273
0.75 0.7070915907793452 0.6821544748204736 0.7174474028001642
EOD
$p2s1_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.19692561317354831
0.25 0.22591634334543778
0.25 0.22493056391226046
0.25 0.2167517284945343
0.25 0.2182480349113962
0.5 0.41551774087996957
0.5 0.45377356820260273
0.5 0.44489287136627564
0.5 0.4510435897731134
0.5 0.43116596131084667
0.75 0.6821544748204736
0.75 0.7174474028001642
0.75 0.7132359160956501
0.75 0.7154134062242998
0.75 0.707206753956138
EOD
$p2s2 << EOD
0 0 0 0
0.25 0.22006149844232042 0.21180469371705515 0.23009988707057352
0.5 0.44553445614772735 0.43229151094292045 0.4580693174815522
0.75 0.7115061109997304 0.6997057766539444 0.7217151564702925
EOD
$p2s2_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.21180469371705515
0.25 0.2218514285674818
0.25 0.23009988707057352
0.25 0.22188031851502288
0.25 0.2146711643414688
0.5 0.43229151094292045
0.5 0.4487995375554719
0.5 0.4580693174815522
0.5 0.4474322608789605
0.5 0.4410796538797319
0.75 0.6997057766539444
0.75 0.7146854237271549
0.75 0.7217151564702925
0.75 0.7127112781976666
0.75 0.7087129199495935
EOD
$p2s3 << EOD
0 0 0 0
0.25 0.229449418547753 0.22226572804270883 0.2345609119545308
0.5 0.4630742681175367 0.4507364949815385 0.4685382144048651
0.75 0.7274381926603637 0.7170408296824642 0.7315447654196428
EOD
$p2s3_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.22226572804270883
0.25 0.23026522703206603
0.25 0.2345609119545308
0.25 0.23275082669456557
0.25 0.22740439901489368
0.5 0.4507364949815385
0.5 0.4674347403960021
0.5 0.4685382144048651
0.5 0.466679209811624
0.5 0.4619826809936542
0.75 0.7170408296824642
0.75 0.7311396775208225
0.75 0.7315447654196428
0.75 0.7302245707246513
0.75 0.7272411199542373
EOD
$p2s4 << EOD
0 0 0 0
0.25 0.20395364554631254 0.19436295610623017 0.20872115508464525
0.5 0.41950905329130556 0.4094603553371533 0.4285954841043707
0.75 0.6898103769265258 0.6816009869086846 0.6987065498565026
EOD
$p2s4_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.19436295610623017
0.25 0.20442924706057544
0.25 0.20633362323103444
0.25 0.20872115508464525
0.25 0.20592124624907732
0.5 0.4094603553371533
0.5 0.422924455586639
0.5 0.42100387589704086
0.5 0.4285954841043707
0.5 0.4155610955313239
0.75 0.6816009869086846
0.75 0.6931209808507117
0.75 0.6904836153629532
0.75 0.6987065498565026
0.75 0.6851397516537773
EOD
$p2s5 << EOD
0 0 0 0
0.25 0.22459341957787377 0.21344043562315496 0.23218680692198443
0.5 0.43768692632185113 0.399354172403109 0.45878535255790137
0.75 0.6911295621734036 0.6564534228394504 0.7016039958969063
EOD
$p2s5_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.21344043562315496
0.25 0.23218680692198443
0.25 0.23019304156801948
0.25 0.22859662148302534
0.25 0.21855019229318476
0.5 0.399354172403109
0.5 0.44434570233399917
0.5 0.45878535255790137
0.5 0.44182685171214536
0.5 0.4441225526021008
0.75 0.6564534228394504
0.75 0.6991101084994814
0.75 0.7016039958969063
0.75 0.698411745705053
0.75 0.700068537926127
EOD
$p2s6 << EOD
0 0 0 0
0.25 0.2271636882571987 0.2227572380007958 0.22988644258541957
0.5 0.45750988197968895 0.45100301780335816 0.46096108276956027
0.75 0.7223138459493478 0.7169378326687927 0.7255038760881978
EOD
$p2s6_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.2227572380007958
0.25 0.22728401555534916
0.25 0.22988644258541957
0.25 0.2285573592424476
0.25 0.22733338590198146
0.5 0.45100301780335816
0.5 0.4550427444916715
0.5 0.46096108276956027
0.5 0.4608056854898725
0.5 0.4597368793439823
0.75 0.7169378326687927
0.75 0.7192565438371883
0.75 0.7250844098559716
0.75 0.7255038760881978
0.75 0.7247865672965882
EOD
$p2s7 << EOD
0 0 0 0
0.25 0.2218956705299237 0.20561842153834017 0.2283109536858599
0.5 0.4294592463602875 0.3968810608392237 0.4426850553430601
0.75 0.692826633248438 0.6690768131617348 0.7091026854563057
EOD
$p2s7_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.20561842153834017
0.25 0.22454960210146865
0.25 0.2283109536858599
0.25 0.22514271049558812
0.25 0.22585666482836167
0.5 0.3968810608392237
0.5 0.43488628592995415
0.5 0.4376708009819443
0.5 0.4426850553430601
0.5 0.43517302870725516
0.75 0.6830086846186297
0.75 0.698929332863895
0.75 0.7091026854563057
0.75 0.7040156501416247
0.75 0.6690768131617348
EOD
$p2s8 << EOD
0 0 0 0
0.25 0.22616346395824807 0.21929967121435656 0.23892800095776684
0.5 0.46085911418858655 0.45520655916040514 0.4724031630844973
0.75 0.7264970247997974 0.7231158403805584 0.7338493112901779
EOD
$p2s8_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.22325972498961807
0.25 0.23892800095776684
0.25 0.2264444368999027
0.25 0.21929967121435656
0.25 0.22288548572959624
0.5 0.4577395357796214
0.5 0.4724031630844973
0.5 0.46070363473030573
0.5 0.45520655916040514
0.5 0.45824267818810305
0.75 0.7242667683951383
0.75 0.7338493112901779
0.75 0.7262157644347439
0.75 0.7231158403805584
0.75 0.725037439498369
EOD

panel_title[3] = 'transformer'; note[3] = ''
low[3] = 0; high[3] = 0.6471551657916151; x_end[3] = 0.75; shown[3] = ' 1 2 3 4 5 6 7 8'; with_marks[3] = ''; with_ranges[3] = ' 1 2 3 4 5 6 7 8'; with_seeds[3] = ' 1 2 3 4 5 6 7 8'
$p3s1 << EOD
0 0 0 0
0.25 0.23351228560845355 0.2225466486138069 0.255278197669546
0.5 0.42570991923206913 0.4108322469109987 0.4389460089800041
0.75 0.6310995709884879 0.6245530123519638 0.6395787245579648
EOD
$p3s1_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.2225466486138069
0.25 0.2309904732286681
0.25 0.23051634691809672
0.25 0.22822976161214995
0.25 0.255278197669546
0.5 0.4108322469109987
0.5 0.4235024790908367
0.5 0.4389460089800041
0.5 0.41974911347748567
0.5 0.43551974770102053
0.75 0.6305074470718707
0.75 0.631583787820038
0.75 0.6395787245579648
0.75 0.6245530123519638
0.75 0.6292748831406025
EOD
$p3s2 << EOD
0 0 0 0
0.25 0.23535199196423012 0.22308044792838824 0.26281613561411654
0.5 0.4273097651010209 0.41143794860506716 0.4416139428972555
0.75 0.6309879638936824 0.6250710760434919 0.6392291621807171
EOD
$p3s2_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.22308044792838824
0.25 0.2319006354606317
0.25 0.23000789475962366
0.25 0.2289548460583906
0.25 0.26281613561411654
0.5 0.41143794860506716
0.5 0.42410391240220113
0.5 0.4416139428972555
0.5 0.421586756608725
0.5 0.4378062649918559
0.75 0.6292057756766585
0.75 0.6323581382609432
0.75 0.6392291621807171
0.75 0.6250710760434919
0.75 0.6290756673066012
EOD
$p3s3 << EOD
0 0 0 0
0.25 0.2364205228456306 0.22490537612043676 0.25803560904430195
0.5 0.4302605448162023 0.41623026539260943 0.44146278967200747
0.75 0.6385577127437467 0.6309493399524817 0.6471551657916151
EOD
$p3s3_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.22490537612043676
0.25 0.23511109218919343
0.25 0.23416081465837382
0.25 0.22988972221584716
0.25 0.25803560904430195
0.5 0.41623026539260943
0.5 0.43004579654706326
0.5 0.44146278967200747
0.5 0.42381092797947584
0.5 0.43975294448985497
0.75 0.6371324716882688
0.75 0.6399151080343211
0.75 0.6471551657916151
0.75 0.6309493399524817
0.75 0.6376364782520471
EOD
$p3s4 << EOD
0 0 0 0
0.25 0.23434195004572694 0.22354643254304737 0.25139050636338595
0.5 0.42871304037171465 0.41536692129804453 0.4397055609307102
0.75 0.6381937014541694 0.6318269943379922 0.645579880829131
EOD
$p3s4_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.22354643254304737
0.25 0.23463432103695284
0.25 0.2334304301861153
0.25 0.22870806009913316
0.25 0.25139050636338595
0.5 0.41536692129804453
0.5 0.43001310608938653
0.5 0.4397055609307102
0.5 0.42252482165647454
0.5 0.4359547918839572
0.75 0.6369797932038749
0.75 0.640276335582849
0.75 0.645579880829131
0.75 0.6318269943379922
0.75 0.6363055033170004
EOD
$p3s5 << EOD
0 0 0 0
0.25 0.2343832992214721 0.22344589111887037 0.255034171277278
0.5 0.42805888723412977 0.413655725218724 0.44278662053508133
0.75 0.6321131657652853 0.6252697292549338 0.6407430438973929
EOD
$p3s5_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.22344589111887037
0.25 0.23300070908015308
0.25 0.23193223885825945
0.25 0.2285034857727997
0.25 0.255034171277278
0.5 0.413655725218724
0.5 0.424268134060711
0.5 0.44278662053508133
0.5 0.4212811482091087
0.5 0.4383028081470236
0.75 0.6322532627418237
0.75 0.6333859708916356
0.75 0.6407430438973929
0.75 0.6252697292549338
0.75 0.6289138220406403
EOD
$p3s6 << EOD
0 0 0 0
0.25 0.2351540173143661 0.22472451811236197 0.2569045685267729
0.5 0.4282365995991181 0.41418711964694654 0.4401828260821621
0.75 0.6346688315849136 0.6287225045556651 0.6413306156423844
EOD
$p3s6_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.22472451811236197
0.25 0.23324403420857864
0.25 0.23228963055813065
0.25 0.22860733516598644
0.25 0.2569045685267729
0.5 0.41418711964694654
0.5 0.4267058236288307
0.5 0.4401828260821621
0.5 0.42178758706731617
0.5 0.43831964157033465
0.75 0.6316687163716218
0.75 0.6363641556890699
0.75 0.6413306156423844
0.75 0.6287225045556651
0.75 0.6352581656658267
EOD
$p3s7 << EOD
0 0 0 0
0.25 0.23294139883227166 0.22205033678251465 0.25366350305000107
0.5 0.42610361777342537 0.41128345683014994 0.4391586426619832
0.75 0.6305326671732389 0.6236366527952764 0.6401446289709068
EOD
$p3s7_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.22205033678251465
0.25 0.23170633790396672
0.25 0.2303905618530448
0.25 0.2268962545718312
0.25 0.25366350305000107
0.5 0.41128345683014994
0.5 0.4238183451499195
0.5 0.4391586426619832
0.5 0.42232014812992036
0.5 0.433937496095154
0.75 0.6289205310897595
0.75 0.6317356362577008
0.75 0.6401446289709068
0.75 0.6236366527952764
0.75 0.628225886752551
EOD
$p3s8 << EOD
0 0 0 0
0.25 0.23556939028289348 0.2257165572494075 0.2573089297560814
0.5 0.4282348607027663 0.4156119004131935 0.43768982023979464
0.75 0.6347185115493288 0.6292202953409738 0.642457548756269
EOD
$p3s8_seeds << EOD
0 0
0 0
0 0
0 0
0 0
0.25 0.2257165572494075
0.25 0.2338617268822872
0.25 0.2317675684602901
0.25 0.22919216906640114
0.25 0.2573089297560814
0.5 0.4156119004131935
0.5 0.42830745859396224
0.5 0.43768982023979464
0.5 0.4227366136009185
0.5 0.43682851066596257
0.75 0.6323559612854532
0.75 0.6365619034425924
0.75 0.642457548756269
0.75 0.6292202953409738
0.75 0.6329968489213549
EOD

# Guides across panels; panel, line, x and number of trials without a value, and of refused ones.
guides = 0; array guide[1]; array guide_y[1]; array guide_panel[1]
$lost << EOD
EOD
$refused << EOD
EOD

# ---- The page: sizes in inches that follow `width` and `font_size`; text is wrapped to them. ----

if (!exists('width')) { width = 7 }
if (!exists('term')) { term = 'svg pdf png' }
if (!exists('suffix')) { suffix = '' }
# A style.gp of one's own may be older than these.
if (!exists('font_size')) { font_size = 8 }
if (!exists('axes_style')) { axes_style = 'set border 3; set tics nomirror out; set grid ytics' }
line_inch = 1.25*font_size/72.
char_inch = 0.5*font_size/72.
max(a, b) = a > b ? a : b
min(a, b) = a < b ? a : b
ceiling(v) = int(ceil(v))
# The number in s: gnuplot 5.4 itself refuses exponents in strings, and takes 09 for octal.
bare(s) = s[1:1] eq '0' && strlen(s) > 1 ? bare(s[2:*]) : s
ten_power(s) = s[1:1] eq '-' ? 10.**(-real(bare(s[2:*]))) : 10.**real(bare(s[1:1] eq '+' ? s[2:*] : s))
num(s) = strstrt(s, 'e') ? real(s[1:strstrt(s, 'e')-1])*ten_power(s[strstrt(s, 'e')+1:*]) : real(s)

# s in lines of at most n letters, broken at blanks where there are any; and the number of its lines.
break_at(s, n) = n < 2 ? 0 : s[n:n] eq ' ' ? n : break_at(s, n-1)
broken(s, n, at) = at > 0 ? s[1:at-1] . "\n" . wrap(s[at+1:*], n) : s[1:n] . "\n" . wrap(s[n+1:*], n)
wrap(s, n) = strlen(s) <= n ? s : broken(s, n, break_at(s, n))
letters(inches, larger) = max(8, min(200, int(inches*font_size/(char_inch*(font_size + larger)))))
breaks(s, at) = at == 0 ? 0 : 1 + breaks(s[at+1:*], strstrt(s[at+1:*], "\n"))
lines_in(s) = s eq '' ? 0 : 1 + breaks(s, strstrt(s, "\n"))

# 10 to the power n with a raised n; and a tick's text.
raised(s) = s eq '' ? '' : (s[1:1] eq '-' ? '⁻' : word('⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹', int(s[1:1]) + 1)) . raised(s[2:*])
is_power(v) = v > 0 && abs(log10(v) - round(log10(v))) < 1e-9
round(v) = floor(v + 0.5)
tick(v) = is_power(v) && (v < 0.0009 || v > 99999) ? '10' . raised(sprintf('%d', round(log10(v)))) : sprintf('%.10g', v)

# Ticks of a logarithmic axis, on which gnuplot itself has none but powers of ten: the closer the ends, the more.
power(v) = is_power(v) ? '10' . raised(sprintf('%d', round(log10(v)))) : tick(v)
log_ticks(low, high) = high/low > 2e3 ? '1' : high/low > 100 ? '1 3' : high/low > 12 ? '1 2 5' : \
    high/low > 4 ? '1 1.5 2 3 4 6' : '1 1.2 1.5 2 2.5 3 4 5 6 8'
decade_step(low, high) = max(1, ceiling((log10(high) - log10(low))/8))
log_ticks_far(axis, low, high) = sprintf( \
    "set %stics nomirror (); do for [e = %d:%d:%d] { do for [m in '%s'] { v = m*10.**e; " . \
    "if (v >= %.17g && v <= %.17g) { set %stics add (%s(v) v) } } }", \
    axis, int(floor(log10(low)/decade_step(low, high)))*decade_step(low, high), int(ceil(log10(high))), decade_step(low, high), log_ticks(low, high), low, high, axis, \
    high/low > 2e3 ? 'power' : 'tick')
nice(v, ten) = v < 1.5*ten ? ten : v < 3.5*ten ? 2*ten : v < 7.5*ten ? 5*ten : 10*ten
step(low, high) = nice((high - low)/5., 10.**floor(log10((high - low)/5.)))
log_ticks_near(axis, low, high, by) = sprintf( \
    "set %stics nomirror (); do for [e = %d:%d] { set %stics add (sprintf('%%.10g', e*%.17g) e*%.17g) }", \
    axis, int(ceil(low/by)), int(floor(high/by)), axis, by, by)
set_log_ticks(axis, low, high) = high/low > 4 ? log_ticks_far(axis, low, high) : \
    log_ticks_near(axis, low, high, step(low, high))

# The key: as many columns as fit.
widest_label = 1
do for [k = 1:entries] {
    label[k] = abridge(label[k], max(8, int((0.88*width/char_inch - 9)/1.15)))
    widest_label = max(widest_label, strlen(label[k]))
}
key_columns = max(1, min(entries, int(0.96*width/(char_inch*(1.15*widest_label + 7.5)))))
key_rows = ceiling(1.0*entries/key_columns)
key_columns = key_rows > 0 ? ceiling(1.0*entries/key_rows) : 1
key_inch = key_rows > 0 ? line_inch*key_rows + 0.1 : 0

# What stands above the panels, and the strip of the y label beside them.
title_text = wrap(title, letters(0.97*width, 2))
caption_text = wrap(caption, letters(0.97*width, 0))
title_inch = line_inch*(1.3*lines_in(title_text) + lines_in(caption_text)) + 0.06

# Panels of so many inches, side by side where each is wide enough.
panel_columns = max(1, min(panels == 4 ? 2 : min(panels, 3), int(width/2.1)))
panel_rows = ceiling(1.0*panels/panel_columns)

# An empty plot over the whole page, with title, caption, y label and key.
page = "set origin 0,0; set size 1,1; set margins 0,0,0,0; unset border; unset tics; unset grid; " . \
       "unset logscale; set xrange [0:1]; set yrange [0:1]; unset xlabel; unset title; " . \
       "set label 1 title_text at screen 0.5, screen 1 center offset character 0,-0.85 font font_title; " . \
       "set label 2 caption_text at screen 0.5, screen 1 - 1.3*line_inch*lines_in(title_text)/height center " . \
       "offset character 0,-0.75 textcolor rgb ink; " . \
       "set key at screen 0.5, screen (key_inch - 0.06)/height center top horizontal Left reverse " . \
       "maxcols key_columns samplen 3 spacing 1.15 width 1; "
# The plot that makes the key: what(k) is the style of its line k.
key = ''
add_key = "do for [k = 1:entries] { key = key . sprintf('NaN with %s title label[%d], ', what(k), k) }"
after_page = "unset label; unset arrow; unset key; eval axes_style"

# The panel whose data a panel shows: its own, and which lines are faint behind it: none.
array data_of[panels]; array faint_lines[panels]
do for [p = 1:panels] { data_of[p] = p; faint_lines[p] = '' }
with_faint = 0

# Lists are words: the lines that a panel has, those with ranges, with seeds. Of an empty list nothing may be plotted, not
# even by a loop: its part of the plot is left out.
nth(list, i) = int(word(list, i))
part(list, what) = words(list) ? sprintf("for [i = 1:%d] '$p%d", words(list), data_of[p]) . what . ", " : ''

# ---- Panels with axes: what y reaches over, the text above each, marks for diverged trials, guides. ----

# Panels share their range of y where each fills a good part of it.
scaled(v) = y_log ? log(v) : v
all_low = NaN; all_high = NaN
do for [p = 1:panels] {
    if (low[p] == low[p]) {
        if (bars) { low[p] = min(low[p], 0); high[p] = max(high[p], 0) }
        all_low = all_low == all_low ? min(all_low, low[p]) : low[p]
        all_high = all_high == all_high ? max(all_high, high[p]) : high[p]
    }
}
shared = 1
do for [p = 1:panels] {
    if (low[p] == low[p] && scaled(high[p]) - scaled(low[p]) < 0.5*(scaled(all_high) - scaled(all_low))) { shared = 0 }
}
array empty[panels]
do for [p = 1:panels] {
    empty[p] = low[p] != low[p]
    if (empty[p] || shared) { low[p] = all_low == all_low ? all_low : 0; high[p] = all_high == all_high ? all_high : 1 }
    if (y_log) {
        y_pad = exp(0.05*(log(high[p]) - log(low[p])))
        low[p] = max(low[p]/y_pad, 1e-307); high[p] = high[p]*y_pad
    } else {
        y_pad = 0.05*(high[p] - low[p])
        if (y_pad == 0) { y_pad = high[p] == 0 ? 0.5 : 0.05*abs(high[p]) }
        zero = low[p] >= 0 && low[p] < 0.3*high[p]
        low[p] = zero || (bars && low[p] == 0) ? 0 : low[p] - y_pad
        high[p] = bars && high[p] == 0 ? 0 : high[p] + y_pad
    }
}

# Marks for diverged trials stand above a panel: a row for each line that has some.
array lost_row[entries + 1]
lost_in(i, p) = int(word($lost[i], 1)) == data_of[p] && (!with_faint || nth(shown[p], 1) == int(word($lost[i], 2)))
set_rows = "rows = 0; first = 1; do for [k = 1:entries] { lost_row[k] = 0 }; do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "first = min(first, x_part(num(word($lost[i], 3)))); if (lost_row[int(word($lost[i], 2))] == 0) { " . \
    "rows = rows + 1; lost_row[int(word($lost[i], 2))] = rows } } }"
axes_of(cell) = max(with_faint ? 0.9 : 1.35, min(2.4, 0.62*cell))
y_text = wrap(y_label . (y_log ? ' (log scale)' : ''), letters(axes_of(width/panel_columns - 2*line_inch) + 0.9, 0))
left_inch = y_label eq '' ? 0.02 : 1.1*line_inch*lines_in(y_text)
cell_inch = (width - left_inch - 0.05)/panel_columns
axes_inch = axes_of(cell_inch)
row_of(p) = (p - 1)/panel_columns + 1
# Heights above the axes, in parts of them: `up` lines of text.
up(n) = 1 + n*line_inch/axes_inch
lost_y(k) = up(lost_row[k] - 0.35)
# The word for such marks stands beside them in the first row, or above them where one is near the left end.
array lost_lines[panels]; array word_at[panels]; array row_above[panel_rows]; array row_base[panel_rows]
place = "do for [i = 1:panel_rows] { row_above[i] = 0 }; do for [p = 1:panels] { " . \
    "note[p] = wrap(note[p], letters(0.82*cell_inch, 0)); panel_title[p] = wrap(panel_title[p], letters(0.82*cell_inch, 1)); " . \
    "eval set_rows; " . \
    "beside = first > (strlen(lost_word) + 3)*char_inch/(cell_inch - 6*char_inch); " . \
    "word_at[p] = beside ? 0.65 : rows + 0.65; lost_lines[p] = rows ? rows + (beside ? 0.3 : 1.3) : 0; " . \
    "row_above[row_of(p)] = max(row_above[row_of(p)], lost_lines[p] + 1.05*lines_in(note[p]) + 1.2*lines_in(panel_title[p]) + 0.5) }; " . \
    "height = key_inch; do for [i = 1:panel_rows] { row = panel_rows + 1 - i; row_base[row] = height + below*line_inch; " . \
    "height = row_base[row] + axes_inch + row_above[row]*line_inch }; height = height + title_inch + 0.05"
x_label = wrap(x_label, letters(0.9*cell_inch, 0))
guide_letters = 0
do for [i = 1:guides] { guide[i] = abridge(guide[i], letters(0.2*cell_inch, 0)); guide_letters = max(guide_letters, strlen(guide[i])) }

# Sets panel p up: its place on the page, which `below` lines of text under its axes make complete, and all but its plot.
# lost_x(x, k) is where a mark of line k stands.
in_panel = "drawn = shown[p]; behind = faint_lines[p]; marked = with_marks[p]; ranged = with_ranges[p]; seeded = with_seeds[p]; " . \
    "unset logscale; set yrange [low[p]:high[p]]; " . \
    "if (y_log) { set logscale y y_log; eval set_log_ticks('y', low[p], high[p]) } else { set ytics nomirror autofreq }; " . \
    "if (empty[p]) { set label 'no data' at graph 0.5, graph 0.5 center }; " . \
    "do for [i = 1:guides] { if (guide_panel[i] == data_of[p] && guide_y[i] == guide_y[i]) { eval guide(guide_y[i]); " . \
    "set label guide[i] at graph 1, first guide_y[i] left offset character 0.4,0 textcolor rgb guide_ink } }"
on_page = "eval set_rows; " . \
    "set origin (left_inch + ((p - 1) % panel_columns)*cell_inch)/width, 0; set size cell_inch/width, 1; " . \
    "bottom = row_base[row_of(p)]; " . \
    "set bmargin at screen bottom/height; set tmargin at screen (bottom + axes_inch)/height; " . \
    "set lmargin -1; set rmargin 1.5 + guide_letters; " . \
    "set xlabel (p + panel_columns > panels ? x_label : '') offset 0,0.3; " . \
    "set label panel_title[p] at graph 0.5, graph up(row_above[row_of(p)] - 0.75) center font font_panel; " . \
    "set label note[p] at graph 0.5, graph up(lost_lines[p] + 1.05*lines_in(note[p]) - 0.35) center font font_small textcolor rgb ink; " . \
    "if (rows) { set label lost_word at graph 0, graph up(word_at[p]) left textcolor rgb ink }; " . \
    "do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "k = int(word($lost[i], 2)); x = lost_x(num(word($lost[i], 3)), k); " . \
    "set label word($lost[i], 4) at first x, graph lost_y(k) left offset character 0.7, 0 textcolor rgb ink; " . \
    "set label '' at first x, graph lost_y(k) point lt line[k] } }"
page_labels = "do for [i = 1:panel_rows] { set label y_text at screen 0, " . \
    "screen (row_base[i] + 0.5*axes_inch)/height center rotate by 90 offset character 1.3,0 }"
# In a text terminal, which has no y label, it stands in the panel's title, as does what diverged.
lost_here = "lost_text = ''; do for [i = 1:|$lost|] { if (lost_in(i, p)) { " . \
    "lost_text = lost_text . (lost_text eq '' ? lost_word . ': ' : ', ') . abridge(label[int(word($lost[i], 2))], 20) . ' ' . " . \
    "word($lost[i], 4) . ' at ' . lost_name(word($lost[i], 3)) } }"
in_terminal = "unset grid; set key below center reverse Left; set xlabel x_label; eval lost_here; " . \
    "set title wrap((p == 1 ? title : ''), columns - 4) . (p == 1 && title ne '' ? \"\\n\" : '') . " . \
    "(p == 1 && caption ne '' ? wrap(caption, columns - 4) . \"\\n\" : '') . " . \
    "panel_title[p] . (panel_title[p] eq '' || y_label eq '' ? '' : ': ') . y_label . (y_log ? ' (log scale)' : '') . " . \
    "(note[p] eq '' ? '' : \"\\n\" . wrap(note[p], columns - 4)) . (lost_text eq '' ? '' : \"\\n\" . wrap(lost_text, columns - 4))"

# ---- Lines over a numeric x: means with the range of the seeds, every seed, and who diverged. ----

# Many points make a curve: with bands, and a point now and then. Few stand apart, each line's a little aside, with
# their range as a thin bar.
stride = curve ? longest/8 + 1 : 1
x_span = x_log ? log(x_high) - log(x_low) : 1.0*x_high - x_low
x_span = x_span > 0 ? x_span : 1
aside(k) = curve || entries < 2 || marks[k] ? 0 : 0.2*(1.0*(k - 1)/(entries - 1) - 0.5)*min(1, entries/5.)*min(1./max(1, x_count - 1), 0.12)*x_span
at(x, k) = x_log ? x*exp(aside(k)) : x + aside(k)
x_pad = 0.045*x_span
x_from = x_log ? x_low*exp(-x_pad) : x_low - x_pad
x_to(high) = x_log ? high*exp(x_pad) : high + x_pad

below = 1.6 + lines_in(x_label)

# Where one panel has the page to itself, few lines that end together are named at their ends, and there is no key.
direct = panels == 1 && width >= 5 && entries > 1 && entries <= 6 && words(shown[1]) == entries && !with_faint && guides == 0 && widest_label*char_inch < 0.2*width
array end_at[entries + 1]
do for [k = 1:entries] {
    if (direct) {
        end_x = NaN
        eval sprintf('do for [j = 1:|$p1s%d|] { row = $p1s%d[j]; if (word(row, 2) ne "NaN") { end_x = num(word(row, 1)); end_y = num(word(row, 2)) } }', k, k)
        direct = end_x == x_end[1]
        if (direct) { end_at[k] = (scaled(end_y) - scaled(low[1]))/(scaled(high[1]) - scaled(low[1])) }
    }
}
if (direct) {
    # Names that meet push each other apart.
    least = 1.05*line_inch/axes_inch
    do for [turn = 1:60] { do for [k = 2:entries] { do for [i = 1:k-1] {
        apart = end_at[k] - end_at[i]
        if (abs(apart) < least) {
            push = (apart < 0 ? -0.5 : 0.5)*(least - abs(apart))
            end_at[k] = end_at[k] + push; end_at[i] = end_at[i] - push
        }
    } } }
    guide_letters = 1 + widest_label*0.95
    key_inch = 0.05
}
x_part(x) = x_log ? log(x/x_low)/x_span : (x - x_low)/x_span
eval place
lost_x(x, k) = x
lost_name(x) = x

# Ticks at the values of x; every second or third where they are too close.
x_letters = 0
do for [v in x_ticks] { x_letters = x_letters + strlen(tick(num(v))) + 1.5 }
x_every = max(1, ceiling(x_letters*char_inch/(cell_inch - 7*char_inch)))
set_x = x_ticks eq '' ? (x_log == 10 ? set_log_ticks('x', x_from, x_to(x_high)) : 'set xtics nomirror autofreq') : \
    "set xtics nomirror (x_low); do for [i = 1:words(x_ticks)] { if ((i - 1) % x_every == 0) { set xtics add (tick(num(word(x_ticks, i))) num(word(x_ticks, i))) } }"

what(k) = sprintf(marks[k] ? 'points lt line[%d]' : 'linespoints lt line[%d]', k)
eval add_key
d(i) = nth(drawn, i); m(i) = nth(marked, i); r(i) = nth(ranged, i); s(i) = nth(seeded, i); b(i) = nth(behind, i)

do for [t in term] {
    eval terminal(t, width, height)
    dumb = t eq 'dumb'
    if (!dumb) {
        set output name . '.' . t . suffix
        set multiplot
        eval page
        eval page_labels
        eval 'plot ' . (with_faint || direct ? '' : key) . 'NaN notitle'
        eval after_page
    }
    do for [p = 1:panels] {
        eval in_panel
        set xrange [x_from:x_to(curve ? x_end[p] : x_high)]
        if (x_log) { set logscale x x_log }
        eval set_x
        if (dumb) {
            eval in_terminal
            eval 'plot ' . \
                part(drawn, "s'.d(i) using (at($1, d(i))):2 with linespoints lt d(i) pt d(i) pi stride title brief(label[d(i)])") . \
                part(marked, "s'.m(i) using 1:2 with points lt m(i) pt m(i) title brief(label[m(i)])") . 'NaN notitle'
        } else {
            eval on_page
            do for [k = 1:entries] {
                if (direct) { set label label[k] at graph 1, graph end_at[k] left offset character 0.6,0 textcolor rgb style_rgb[line[k]] }
            }
            eval 'plot ' . \
                part(behind, "s'.b(i) using (at($1, b(i))):2 with lines lw 0.9 dt solid lc rgb 0xCCCCCC") . \
                part(curve ? ranged : '', "s'.r(i) using 1:(max($3, low[p])):4 with filledcurves lc rgb (entries > 4 ? spread(line[r(i)]) : band(line[r(i)]))") . \
                part(curve && band ? ranged : '', "s'.r(i) using 1:3 with lines lt line[r(i)] lw 0.6") . \
                part(curve && band ? ranged : '', "s'.r(i) using 1:4 with lines lt line[r(i)] lw 0.6") . \
                part(curve ? '' : ranged, "s'.r(i) using (at($1, r(i))):2:3:4 with yerrorbars ps 0 lw 1 dt solid lc rgb faint(line[r(i)])") . \
                part(seed_lines ? '' : seeded, "s'.s(i).'_seeds' using (at($1, s(i))):2 with points lt line[s(i)] ps 0.5 lc rgb faint(line[s(i)])") . \
                part(seed_lines ? seeded : '', "s'.s(i).'_seeds' using 1:2 with lines lt line[s(i)] lw 0.6 lc rgb faint(line[s(i)])") . \
                part(drawn, "s'.d(i) using (at($1, d(i))):2 with linespoints lt line[d(i)]" . (curve ? " pi stride" : "")) . \
                part(marked, "s'.m(i) using 1:2 with points lt line[m(i)]") . \
                'NaN notitle'
        }
        unset label; unset arrow
    }
    if (!dumb) { unset multiplot }
    unset output
}
