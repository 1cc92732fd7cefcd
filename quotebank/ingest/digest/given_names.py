"""Given names that tell a person from an outlet or a place: our own compilation, besides `text.known_names`."""

GIVEN_NAMES = """
James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald
Steven Paul Andrew Joshua Kenneth Kevin Brian George Timothy Ronald Edward Jason Jeffrey Ryan Jacob Gary Nicholas Eric
Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry
Tyler Aaron Jose Adam Nathan Henry Douglas Zachary Peter Kyle Walter Ethan Jeremy Harold Keith Christian Roger Noah
Gerald Terry Sean Austin Carl Arthur Lawrence Dylan Jesse Jordan Bryan Billy Bruce Gabriel Joe Logan Albert Willie
Alan Wayne Elijah Randy Roy Vincent Ralph Eugene Russell Louis Philip Bobby Johnny Bradley Tom Tim Jim Bob Bill Dan
Ben Sam Nick Matt Mike Steve Dave Chris Greg Jeff Ken Ron Don Ray Max Leo Ian Neil Colin Graham Stuart Simon Martin
Nigel Trevor Alistair Alastair Hugh Giles Rupert Gareth Rhys Owen Liam Conor Declan Cormac Fintan Siobhan Niamh Aoife
Osbert Rowan Ewan Euan Hamish Fergus Angus Duncan Malcolm Gordon Marcus Miles Oliver Oscar Theodore Ignatius Jasper
Felix Hugo Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Sandra Margaret
Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Dorothy Amy
Kathleen Angela Shirley Emma Brenda Pamela Nicole Anna Samantha Katherine Christine Debra Rachel Carolyn Janet Maria
Heather Diane Olivia Julie Joyce Victoria Ruth Virginia Lauren Kelly Christina Joan Evelyn Judith Andrea Hannah Megan
Cheryl Jacqueline Martha Madison Teresa Gloria Sara Janice Ann Kathryn Abigail Sophia Frances Jean Alice Judy Isabella
Julia Grace Amber Denise Danielle Marilyn Beverly Charlotte Natalie Theresa Diana Brittany Doris Kayla Alexis Lori
Marie Fiona Imogen Harriet Polly Gemma Zoe Chloe Lucy Jane Jo Kate Katie Liz Meg Nell Rosalind Tamsin Fenella Bettina
Celia Theodora Prudence Priya Ahmed Ahmad Mohammed Muhammad Mohamed Mahmoud Ali Hassan Hussein Ibrahim Yusuf Youssef
Omar Khalid Khaled Abdullah Abdul Tariq Tarek Karim Nadia Fatima Aisha Leila Layla Amina Mariam Samir Samira Rania
Hanan Noor Nour Salma Zainab Jamal Faisal Hamid Reza Rim Sami Walid Mehmet Mustafa Ahmet Hasan Murat Emre Can Ayşe
Fatma Elif Zeynep Emine Selin Deniz Kemal Orhan Cem Burak Hakan Yavuz Volkan Avi Amnon Yossi Moshe Yaakov Itzhak
Shlomo Tamar Orit Noa Yael Rivka Miriam Dalia Amos Gideon Nahum Zvi Eitan Nadav Raj Arjun Rahul Amit Anil Vijay Sanjay
Ravi Suresh Ramesh Pooja Anita Sunita Deepa Lakshmi Meera Kavita Shashi Pratap Siddharth Wei Li Ming Jun Xiaoming Yang
Jing Mei Ling Hua Hong Haruhiko Teruo Ritsuo Shizuka Yuri Kenji Takashi Hiroshi Yoko Akira Naoko Emi Satoshi Ichiro
Yuki Pierre Michel Andre Philippe Rene Alain Jacques Bernard Marcel Claude Henri Georges Nicolas François Francois
Francoise Françoise Laurent Thierry Christophe Pascal Olivier Julien Sébastien Stéphane Frédéric Guillaume Antoine
Mathieu Maxime Alexandre Benoît Benoit Jérôme Bruno Didier Gérard Gilles Hervé Yves Yann Loïc Gaël Erwan Luc Marc
Mathilde Camille Léa Manon Chloé Inès Jade Louise Lucie Juliette Pauline Marion Mélanie Céline Sophie Nathalie
Isabelle Sylvie Catherine Martine Monique Anne Véronique Valérie Sandrine Aurélie Émilie Élodie Delphine Solène Hélène
Agathe Bérengère Samia Aurélien Gonzague Arnaud Thibaut Thibault Cyril Bastien Clément Damien Fabien Fabrice Florian
Franck Ghislain Grégoire Joël Ludovic Lionel Mickaël Quentin Rémi Rémy Romain Sylvain Tanguy Tristan Xavier Yannick
Zoé Odile Mireille Josiane Ginette Bernadette Colette Corinne Estelle Éric Noémie Ophélie Raphaël Romane Violette
Violaine Capucine Apolline Ninon Hans Wolfgang Klaus Jürgen Dieter Manfred Uwe Günter Günther Horst Bernd Werner Heinz
Gerhard Helmut Stefan Stephan Andreas Jens Jörg Jorg Ralf Torsten Thorsten Sven Dirk Markus Matthias Sebastian Tobias
Jan Lars Olaf Kai Volker Ulrich Ulrike Monika Petra Sabine Renate Helga Karin Ingrid Brigitte Ursula Gabriele Susanne
Birgit Heike Martina Claudia Angelika Silke Kerstin Anja Katja Stefanie Katharina Lea Lena Leonie Anna-Lena Annette
Beatrix Rebekka Imke Irmela Swantje Wiebke Timo Falk Konrad Kurt Ernst Otto Fritz Franz Josef Karl Ludwig Rainer
Reinhard Rudolf Siegfried Detlef Eckhard Egon Ekkehard Elke Erich Gisela Hannelore Hartmut Heiko Heiner Henning
Hildegard Holger Ilse Ilona Irmgard Jochen Joachim Jutta Lothar Magdalena Margarete Marlies Marianne Norbert Roland
Rolf Rüdiger Sigrid Sigmar Thilo Till Theo Verena Veronika Waltraud Winfried Cora Dorothea Ruben Jördis Kilian Linus
Lukas Moritz Niklas Nils Ole Philipp Vera Yannik Aleksandr Sergei Sergey Vladimir Andrei Andrey Dmitry Dmitri Dmitrii
Alexei Alexey Aleksei Mikhail Nikolai Ivan Igor Oleg Iurii Viktor Victor Pavel Maxim Maksim Evgeny Evgenii Yevgeny
Konstantin Kirill Denis Roman Vitaly Vitalii Stanislav Vadim Anatoly Anatolii Gennady Boris Leonid Valery Valerii Gleb
Timofei Fyodor Fedor Georgy Georgii Grigory Artyom Artem Ilya Ilia Anton Nikita Egor Yegor Daniil Ruslan Rustam Timur
Marat Gevorg Iaroslav Yaroslav Vyacheslav Viacheslav Bogdan Taras Ostap Olga Elena Yelena Natalia Natalya Tatiana
Tatyana Irina Svetlana Marina Ludmila Lyudmila Ekaterina Yekaterina Mariia Nadezhda Galina Larisa Lyubov Nina Oksana
Yulia Iuliia Daria Darya Ksenia Polina Alla Inna Zoya Александр Сергей Владимир Андрей Дмитрий Алексей Михаил Николай
Иван Игорь Олег Юрий Виктор Павел Максим Евгений Константин Кирилл Денис Роман Виталий Станислав Вадим Анатолий
Геннадий Борис Леонид Валерий Глеб Тимофей Фёдор Федор Георгий Григорий Артём Артем Илья Антон Никита Егор Даниил
Руслан Рустам Тимур Марат Геворг Ярослав Вячеслав Богдан Тарас Ольга Елена Наталья Наталия Татьяна Ирина Светлана
Марина Людмила Екатерина Анна Мария Надежда Галина Лариса Вера Любовь Нина Оксана Юлия Дарья Ксения Полина Алла Инна
Зоя Пётр Петр Семён Семен Савва Салтанат Нурлан Ербол Айгуль Динара Гульнара Тахир Ринат Ильдар Святослав Лев Яков
Аркадий Эдуард Эмма Тамара Валентина Вероника Виктория Маргарита Алина Алёна Майя Инга Регина Ульрике Жан Жан-Батист
Майкл Джон Джеймс Пол Питер Мартин Томас Дэвид Роберт Ричард Ганс Франц Карл Пьер Мишель Хуан Карлос Хосе Консуэло
Гжегож Драгана Владимира Эрик Анри Carlos Juan José Luis Miguel Antonio Manuel Francisco Javier Fernando Rafael Pablo
Jorge Alberto Ricardo Eduardo Diego Andrés Alejandro Gonzalo Marisol Lucía Lucia Ana Carmen Pilar Dolores Consuelo
Isabel Mercedes Beatriz Giovanni Giuseppe Francesco Marco Paolo Luca Mario Luigi Stefano Roberto Giulia Chiara
Francesca Paola Silvia Federico Lorenzo Matteo Giorgio Piotr Krzysztof Andrzej Tomasz Paweł Marcin Michał Grzegorz
Agnieszka Katarzyna Małgorzata Ewa Joanna Zbigniew Jerzy Radim Jiří Petr Tomáš Zdeněk Lenka Jana Zsófia László István
Gábor Ferenc Ildikó Ildiko Milica Jovan Goran Nenad Dragan Zoran Ognjen Lidija Vesna Ivana Marko Nikola Milan Dejan
Snežana Petru Mihail Ion Andreea Ioana Ilinca Lev Elvira Erik Anders Johan Olof Astrid Birgitta Hedda Ebba Björn
Magnus Gunnar Jukka Pekka Matti Liisa Aino Rīta Siim Kaja Jonas Andrius Kofi Kwame Ama Chinua Femi Ngozi Chidi Amadou
Mamadou Ousmane Moussa Ibrahima Fatou Aminata Abdoulaye Cheikh Thabo Sipho Jomo Yusra Bertrand João Paulo António
Antônio Joaquim Tiago Rui Nuno Inês Catarina Mariana Rita Vasco Gonçalo Duarte Afonso Helena Luísa Sofia Leonor
Alessandro Antonella Carla Carlo Claudio Cristina Daniele Davide Domenico Elisa Emanuele Enrico Fabio Fabrizio Filippo
Franco Gianluca Gianni Giacomo Gianfranco Ilaria Massimo Maurizio Michela Monica Pietro Raffaella Riccardo Sergio
Simone Valentina Vincenzo Álvaro Arturo Belén Daniela Emilio Enrique Esteban Felipe Gabriela Guillermo Gustavo Héctor
Ignacio Íñigo Irene Jaime Joaquín Josefina Julián Julio Leticia Marcela Marcos Mariano Mateo Nuria Óscar Ramón Raúl
Rocío Rodrigo Rosa Santiago Sofía Tomás Verónica Víctor Ximena Yolanda Aleksandra Bartosz Beata Dariusz Dorota Filip
Grażyna Halina Henryk Jacek Jakub Jarosław Jolanta Kamil Kinga Krystyna Łukasz Maciej Magda Marek Mariusz Mateusz
Mieczysław Paulina Przemysław Radosław Rafał Sławomir Stanisław Szymon Tadeusz Wiktor Witold Wojciech Zofia Jaroslav
Karel Ladislav Lukáš Miroslav Ondřej Pavla Radek Šimon Václav Vojtěch Zuzana Eva Hana Jiřina Kateřina Ľubomír Matej
Marián András Attila Balázs Béla Dániel Dóra Eszter Gergely György Imre János József Judit Katalin Krisztina Lajos
Levente Máté Márton Mihály Miklós Orsolya Péter Sándor Tamás Tibor Viktória Zoltán Zsolt Adrian Cătălin Cezar Corina
Cristian Dragoș Florin Gheorghe Horia Ilie Ioan Laurențiu Liviu Lucian Marius Mircea Mihaela Nicolae Octavian Ovidiu
Radu Răzvan Sorin Ștefan Traian Valentin Vasile Vlad Andrija Bojan Borislav Boško Branko Danijela Darko Davor Desanka
Dubravka Đorđe Gordana Hrvoje Ivo Jasmina Jelena Josip Katarina Ljiljana Luka Marija Mateja Matjaž Mirjana Mirko Miloš
Mladen Nataša Neven Petar Predrag Radmila Rade Saša Slavica Slobodan Stjepan Tanja Tihomir Tomislav Vedran Vuk Željko
Živko Asen Boyko Dimitar Emil Georgi Hristo Iliya Ivaylo Kiril Krasimir Lyubomir Nikolay Ognyan Plamen Rumen Stoyan
Todor Tsvetan Yordan Alexandros Anastasia Antonis Apostolos Christos Dimitris Eleni Giannis Giorgos Ioanna Katerina
Konstantinos Kostas Kyriakos Michalis Nikos Panagiotis Pavlos Petros Spyros Stavros Stelios Thanasis Theodoros Vasilis
Yannis Yanis Aksel Arne Asbjørn Bengt Bjarne Britt Camilla Dag Eirik Einar Elin Espen Finn Fredrik Frida Geir Gustav
Gudrun Gunilla Håkan Håkon Hanne Harald Helle Henrik Inge Inger Ingeborg Jakob Johanna Jon Jorunn Jørgen Kåre Kirsten
Kjell Knut Kristian Kristin Lasse Leif Lene Linnea Mads Maja Maren Margrethe Marit Mats Mette Mikkel Morten Niels
Oddvar Olav Ola Oskar Per Pernille Pål Ragnar Rasmus Sigrun Silje Siri Siv Sofie Solveig Stein Stig Sten Sture Sune
Svein Søren Tor Torbjørn Tore Trond Ulf Ulla Vidar Vigdís Åsa Åse Øystein Anneli Antti Eero Eeva Elina Hannu Heikki
Ilkka Jari Jarmo Juha Juhani Kaarina Kari Kimmo Kirsi Lauri Leena Marja Markku Mika Mikael Mikko Minna Olli Outi Paavo
Pasi Pertti Petri Päivi Raija Riitta Risto Sanna Sari Satu Seppo Tarja Tapio Teemu Tero Tuomas Tuula Veikko Ville
Aivars Andris Arvydas Artūras Edgars Gintaras Guntis Ilze Jānis Jurgis Jüri Juris Kārlis Kristina Kristjan Laima
Maarja Mart Mārtiņš Mindaugas Nerijus Pēteris Priit Rasa Raivo Saulius Taavi Tõnis Toomas Urmas Uldis Valdis Vytautas
Bart Bram Cees Daan Els Femke Floris Frans Geert Gerrit Hendrik Henk Hein Ineke Jaap Jeroen Joost Joris Kees Koen
Lieke Lotte Maarten Marieke Marijke Mieke Pieter Piet Ruud Sander Saskia Sjoerd Stijn Thijs Wim Willem Wouter Adem
Aslı Aylin Ayhan Barış Berat Bülent Burcu Cemal Cengiz Devrim Ebru Ece Ekrem Ender Engin Erdal Erdem Erkan Erol Ersin
Esra Fahri Faruk Fehmi Ferhat Gamze Gökhan Gül Gülay Halil Hüseyin İbrahim İlker İsmail Kadri Kerem Levent Mahmut
Melis Merve Metin Nagehan Nazlı Necati Nihat Nuray Okan Onur Ömer Özge Özgür Özlem Pınar Recep Rıza Sedat Selçuk Selim
Serdar Serkan Sevil Sibel Sinan Süleyman Şahin Şükrü Tolga Tuğba Tülin Turgut Uğur Ümit Yalçın Yasemin Zeki Abbas
Abdallah Abdel Abdelaziz Abdelkader Abdelrahman Abdulaziz Abdulrahman Adel Adnan Akram Alaa Amal Amin Amir Anas Anwar
Ashraf Asma Ayman Badr Bashir Basma Bilal Daoud Dina Fadi Fahd Farah Fares Farid Farida Farouk Fayez Firas Fouad Fuad
Ghada Ghassan Habib Hadi Hafez Haidar Haitham Hala Hamad Hamdi Hamza Hani Hashem Hatem Haytham Hicham Hind Hisham Huda
Hussam Idris Iman Imad Imran Ismail Issa Iyad Jaber Jalal Jassim Jawad Jihad Kamal Kareem Karima Khadija Khalil Laila
Lina Lubna Maha Maher Majed Majid Mansour Manal Marwan Maryam Mazen Mona Mounir Mourad Muna Munir Nabil Nadim Naji
Najib Nasser Nawal Nizar Noura Osama Qasim Rachid Rafik Rami Ramzi Rana Rasha Rashid Raed Riad Riyad Saad Sabri Safa
Sahar Said Saif Salah Saleh Salem Salim Samer Shadi Sherif Tahar Talal Tawfiq Wael Wafa Wassim Yahya Yara Yasin Yasmin
Yasser Younes Zahra Zaid Zaki Zaynab Ziad Zuhair Abolfazl Alireza Arash Azadeh Bahman Bahram Behnam Behrouz Dariush
Ebrahim Esmail Fariba Farhad Fereshteh Golnaz Hossein Javad Kamran Kaveh Keyvan Kourosh Ladan Leyla Mahnaz Mahsa Mahdi
Mehdi Mehran Mehrdad Mina Mohsen Mojtaba Morteza Nasrin Nazanin Negar Niloufar Parisa Parviz Pejman Pouya Ramin Roya
Saeed Sadegh Sepideh Shahram Shirin Siamak Soheil Soraya Vahid Abdou Abebe Abena Adama Adebayo Adewale Afua Akua
Akwasi Alassane Aliou Aminu Assane Awa Ayodele Babacar Babatunde Bakary Boubacar Chioma Chukwudi Desta Ebrima Emeka
Emmanuel Esi Fanta Folake Haile Idrissa Jabulani Jelani Kagiso Kwabena Kweku Kwesi Lamine Lindiwe Makena Mandla
Mariama Modou Mpho Musa Mwangi Ndeye Nelson Njeri Nomsa Obinna Okello Oluwaseun Oumar Oumou Ousman Pape Rokia Samba
Sekou Seydou Sibusiso Siphiwe Souleymane Tendai Themba Thandi Thandiwe Tsegaye Tunde Uche Wanjiru Wole Yaw Zanele
Zodwa Abhijit Abhishek Aditi Aditya Ajay Akash Akhil Alok Ananya Anand Anjali Ankit Anupam Arvind Ashok Ashwin Asif
Avinash Ayesha Chandan Chetan Devika Dilip Dinesh Divya Farhan Farooq Ganesh Gauri Geeta Gopal Harish Hema Indira
Ishaan Jagdish Jyoti Kamala Karan Karthik Kiran Krishna Lalit Madhav Mahesh Manish Manoj Mihir Mohan Mukesh Nandini
Naveen Neha Nikhil Nisha Nitin Pallavi Pankaj Prakash Pramod Prashant Praveen Preeti Priyanka Rajesh Rajiv Rakesh
Rashmi Rekha Ritu Rohit Roshan Sachin Sameer Sandeep Sangeeta Sanjeev Santosh Sarita Satish Saurabh Seema Shalini
Shankar Sharad Shekhar Shilpa Shivani Shreya Smita Sneha Sonia Srinivas Subhash Sudha Sudhir Sumit Sunil Swati Tanvi
Tarun Uday Umesh Usha Varun Vasudha Veena Vidya Vikas Vikram Vinay Vinod Vishal Vivek Hina Khurram Nadeem Saima Shahid
Shireen Tahir Usman Waqar Zahid Akiko Akihiro Asami Atsushi Ayako Chie Daisuke Eiji Fumiko Fumio Hajime Haruka Haruki
Hideaki Hideki Hideo Hikaru Hiroki Hiroko Hisashi Isamu Jiro Junichi Junko Kaori Katsuya Kazuhiro Kazuko Kazuo Keiichi
Keiko Keisuke Kentaro Kimiko Kiyoko Kiyoshi Koichi Koji Kosuke Kumiko Kunio Makoto Manabu Mariko Masaaki Masahiro
Masako Masao Masaru Masashi Masato Mayumi Megumi Michiko Midori Miki Minoru Misaki Mitsuko Mitsuo Miyuki Momoko Naoki
Naomi Natsuki Nobuo Nobuko Noboru Noriko Osamu Reiko Rika Ryo Ryoko Ryota Ryuji Sachiko Saburo Satoru Sayaka Seiji
Shigeru Shinichi Shinji Shinya Shiro Shoichi Shuji Sumiko Susumu Tadashi Taichi Takahiro Takako Takao Takeshi Takumi
Taro Tatsuo Tatsuya Tetsuo Tetsuya Tomoko Tomohiro Toru Toshiaki Toshio Toshiko Tsuyoshi Tsutomu Yasuhiro Yasuko Yasuo
Yoichi Yoji Yoshiaki Yoshiko Yoshio Yosuke Yoshinori Yuichi Yuji Yukiko Yukio Yumi Yumiko Yuta Yutaka Anselm Arno
Bärbel Benno Bernhard Burkhard Carsten Christa Cornelia Dagmar Edith Elfriede Elisabeth Elsbeth Ferdinand Friedrich
Georg Gertrud Gregor Gudula Hansjörg Hedwig Heinrich Herbert Hermann Hubert Ines Johann Johannes Julian Julius Karsten
Karoline Lisbeth Leopold Lorenz Luise Maike Manuela Marlene Matthis Meike Michaela Mirjam Oswald Peer Regina Regine
Roswitha Rudolph Sascha Sonja Susann Svenja Urs Uta Ute Vroni Walther Wendelin Wilhelm Wilfried Wolf Yvonne Xaver
Achille Adèle Alban Albane Amandine Ambroise Anaïs Andrée Angélique Aristide Armand Augustin Axelle Barthélemy
Baptiste Basile Blandine Blaise Brice Carine Caroline Cécile Cédric Célestin Charlène Charline Christelle Christiane
Clarisse Claudine Clémence Clotilde Coralie Cyrille Edmond Édouard Eliane Éliane Élise Éloïse Emmanuelle Étienne
Eugénie Evelyne Fanny Fernand Flavie Florence Francine Gaëlle Gaston Gautier Geneviève Germain Gilbert Guy Gwenaëlle
Honoré Hippolyte Irène Jean-Baptiste Jean-Claude Jean-François Jean-Louis Jean-Luc Jean-Marc Jean-Marie Jean-Michel
Jean-Paul Jean-Philippe Jean-Pierre Jeanne Jérémie Josette Justine Laëtitia Lambert Laure Laurence Léon Léonie Léopold
Liliane Lise Louison Lucien Lucienne Madeleine Magali Marc-Antoine Marcelle Margaux Marguerite Marie-Christine
Marie-Claude Marie-Hélène Marie-Laure Marie-Thérèse Martial Maurice Maxence Médéric Muriel Myriam Nadège Nadine
Natacha Noël Oriane Pascale Patrice Paul-Henri Perrine Philippine Raoul Régine Régis Rodolphe Rosalie Roselyne Sabrina
Serge Séverine Sidonie Souad Suzanne Sylvestre Thérèse Théo Théodore Théophile Timothée Ursule Vincente Vivien Viviane
Yolande Yvette Yvon Арсений Борислав Валентин Валерия Василий Василиса Вениамин Всеволод Галия Герман Давид Данил
Демид Диана Евгения Елизавета Захар Злата Игнат Иннокентий Иосиф Карина Кристина Лидия Макар Марк Матвей Мирон Мурат
Назар Нелли Олеся Платон Прохор Родион Савелий Софья София Степан Таисия Тихон Ульяна Фаина Филипп Эльвира Эльдар
Юлиан Яна Ярослава Айдар Азамат Асель Бахтияр Гульмира Данияр Жанна Зарина Канат Лейла Мадина Нурсултан Руслана Санжар
Фарид Шамиль Эмиль
"""
"""Given names, in no order."""
